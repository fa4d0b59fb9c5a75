// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/tokenprompt.h"

#include "core/crypto/tokenkey.h"

#include <openssl/ui.h>

namespace caseward::crypto {

namespace {

thread_local const Secret *pinInUse = nullptr;

int nothingToDo(UI *)
{
    return 1;
}

int answer(UI *ui, UI_STRING *question)
{
    if (UI_get_string_type(question) != UIT_PROMPT || !pinInUse || pinInUse->isEmpty())
        return 0;
    // Into the asker's own buffer, which pkcs11-provider wipes when the card has answered.
    return UI_set_result_ex(ui, question, pinInUse->textView().data(), static_cast<int>(pinInUse->size())) == 0 ? 1 : 0;
}

} // namespace

void answerQuestionsOfOpenSsl()
{
    static UI_METHOD *method = UI_create_method("caseward");
    const bool made = method && UI_method_set_opener(method, nothingToDo) == 0 && UI_method_set_reader(method, answer) == 0 &&
                      UI_method_set_closer(method, nothingToDo) == 0;
    UI_set_default_method(made ? method : UI_null());
}

TokenUse::TokenUse(const PrivateKey &key) : m_before(pinInUse)
{
    pinInUse = key.isOnToken() ? &key.token()->pinForEachUse() : nullptr;
}

TokenUse::~TokenUse()
{
    pinInUse = m_before;
}

} // namespace caseward::crypto
