// SPDX-License-Identifier: GPL-3.0-or-later
// A card that blocks, as SoftHSM never does: three wrong PINs in a row and it takes none any more. A PKCS#11 module with no
// more in it than logging in takes. The PIN is 1234.
#include <p11-kit/pkcs11.h>

#include <cstring>

extern "C" {
extern int fakeCardLogins;
CK_RV C_GetFunctionList(CK_FUNCTION_LIST **list);
}

int fakeCardLogins = 0; // how often the card was asked, for the test

namespace {

CK_FUNCTION_LIST functions{};
int wrong = 0;
bool loggedIn = false;

void put(CK_UTF8CHAR *field, std::size_t size, const char *text)
{
    std::memset(field, ' ', size);
    std::memcpy(field, text, std::strlen(text));
}

CK_RV nothing(void *)
{
    return CKR_OK;
}

CK_RV slotList(CK_BBOOL, CK_SLOT_ID *list, CK_ULONG *count)
{
    if (list)
        list[0] = 7;
    *count = 1;
    return CKR_OK;
}

CK_RV tokenInfo(CK_SLOT_ID slot, CK_TOKEN_INFO *info)
{
    if (slot != 7)
        return CKR_SLOT_ID_INVALID;
    std::memset(info, 0, sizeof *info);
    put(info->label, sizeof info->label, "Blocking");
    put(info->manufacturerID, sizeof info->manufacturerID, "Caseward tests");
    put(info->model, sizeof info->model, "fake");
    put(info->serialNumber, sizeof info->serialNumber, "0001");
    info->flags = CKF_TOKEN_INITIALIZED | CKF_LOGIN_REQUIRED | CKF_USER_PIN_INITIALIZED;
    if (wrong > 0 && wrong < 3)
        info->flags |= CKF_USER_PIN_COUNT_LOW;
    if (wrong == 2)
        info->flags |= CKF_USER_PIN_FINAL_TRY;
    if (wrong == 3)
        info->flags |= CKF_USER_PIN_LOCKED;
    return CKR_OK;
}

CK_RV openSession(CK_SLOT_ID slot, CK_FLAGS, void *, CK_NOTIFY, CK_SESSION_HANDLE *session)
{
    *session = 1;
    return slot == 7 ? CKR_OK : CKR_SLOT_ID_INVALID;
}

CK_RV logIn(CK_SESSION_HANDLE, CK_USER_TYPE, CK_UTF8CHAR *pin, CK_ULONG size)
{
    ++fakeCardLogins;
    if (wrong == 3)
        return CKR_PIN_LOCKED;
    if (size != 4 || std::memcmp(pin, "1234", 4) != 0) {
        ++wrong;
        return CKR_PIN_INCORRECT; // also for the one that blocks it: that it did, its flags say
    }
    wrong = 0;
    loggedIn = true;
    return CKR_OK;
}

CK_RV logOut(CK_SESSION_HANDLE)
{
    const CK_RV outcome = loggedIn ? CKR_OK : CKR_USER_NOT_LOGGED_IN;
    loggedIn = false;
    return outcome;
}

CK_RV closeSession(CK_SESSION_HANDLE)
{
    return CKR_OK;
}

CK_RV findInit(CK_SESSION_HANDLE, CK_ATTRIBUTE *, CK_ULONG)
{
    return CKR_OK;
}

CK_RV find(CK_SESSION_HANDLE, CK_OBJECT_HANDLE *, CK_ULONG, CK_ULONG *count)
{
    *count = 0;
    return CKR_OK;
}

} // namespace

CK_RV C_GetFunctionList(CK_FUNCTION_LIST **list)
{
    functions.version.major = 2;
    functions.version.minor = 40;
    functions.C_Initialize = nothing;
    functions.C_GetSlotList = slotList;
    functions.C_GetTokenInfo = tokenInfo;
    functions.C_OpenSession = openSession;
    functions.C_CloseSession = closeSession;
    functions.C_CloseAllSessions = closeSession;
    functions.C_Login = logIn;
    functions.C_Logout = logOut;
    functions.C_FindObjectsInit = findInit;
    functions.C_FindObjects = find;
    functions.C_FindObjectsFinal = closeSession;
    *list = &functions;
    return CKR_OK;
}
