// SPDX-License-Identifier: GPL-3.0-or-later
// A card that blocks after three wrong PINs: before each try it is known how it stands, and a blocked one is not asked again.
// With a module of our own that plays such a card, since SoftHSM never blocks.
#include "core/crypto/tokenmodule.h"
#include "tests/support/outcomes.h"

#include <dlfcn.h>
#include <unistd.h>

using namespace caseward;
using namespace caseward::crypto;
using caseward::tests::must;

class TestTokenBlocks : public QObject {
    Q_OBJECT

    Path m_folder, m_module;

    [[nodiscard]] TokenAddress address() const { return {m_module, must(TokenUri::parse("pkcs11:token=Blocking"))}; }
    [[nodiscard]] Status tryPin(const char *pin) const
    {
        const TokenModule module = must(TokenModule::load(m_module));
        const TokenSlot slot = must(module.find(address().uri));
        TokenSession session = must(TokenSession::open(module, slot.id, TokenSession::Access::Read));
        return session.logIn(Secret::fromText(pin));
    }
    static std::string left(const Status &refused)
    {
        for (const auto &[name, value] : refused.fault().arguments)
            if (name == "left")
                return value;
        return {};
    }

private slots:
    void initTestCase()
    {
        // Modules are loaded only from where root alone may write.
        std::string folder = "/run/caseward-test-XXXXXX";
        if (::geteuid() != 0 || !::mkdtemp(folder.data()))
            QSKIP("only root can put a card module where Caseward loads it");
        m_folder = folder;
        m_module = m_folder / "fake-card.so";
        std::filesystem::copy_file(CASEWARD_BINARY_DIR "/fake-card.so", m_module);
        std::filesystem::permissions(m_module, std::filesystem::perms::owner_all);
    }
    void cleanupTestCase()
    {
        std::error_code ignored;
        if (!m_folder.empty())
            std::filesystem::remove_all(m_folder, ignored);
    }

    void toldBeforeEachTry()
    {
        QVERIFY(!must(cardAt(address())).wrongBefore);
        const Status first = tryPin("0000");
        COMPARE_FAULT(first, FaultCode::WrongPassphrase);
        QCOMPARE(left(first), std::string("few"));
        QVERIFY(must(cardAt(address())).wrongBefore && !must(cardAt(address())).lastTry);
        QCOMPARE(left(tryPin("0001")), std::string("one"));
        QVERIFY(must(cardAt(address())).lastTry);
        QVERIFY(must(listTokens(m_module)).front().lastTry);
        COMPARE_FAULT(tryPin(""), FaultCode::WrongPassphrase); // no PIN at all costs no try
        QVERIFY(must(cardAt(address())).lastTry && !must(cardAt(address())).pinBlocked);
        VERIFY_OK(tryPin("1234")); // the right one at the last moment
        QVERIFY(!must(cardAt(address())).wrongBefore);
    }

    void aBlockedCardIsNotAskedAgain()
    {
        const auto *logins = static_cast<const int *>(::dlsym(::dlopen(m_module.c_str(), RTLD_NOW), "fakeCardLogins"));
        QVERIFY(logins);
        for (const char *wrong : {"0000", "0001"})
            COMPARE_FAULT(tryPin(wrong), FaultCode::WrongPassphrase);
        const Status third = tryPin("0002");
        COMPARE_FAULT(third, FaultCode::TokenRefused); // this card only says that the PIN was wrong
        QVERIFY(third.fault().detail.find("blocked") != std::string::npos);
        QVERIFY(must(cardAt(address())).pinBlocked);
        const int before = *logins;
        COMPARE_FAULT(tryPin("1234"), FaultCode::TokenRefused);
        QCOMPARE(*logins, before);
        COMPARE_FAULT(cardAt({m_module, must(TokenUri::parse("pkcs11:token=Other"))}), FaultCode::TokenAbsent);
    }
};

QTEST_GUILESS_MAIN(TestTokenBlocks)
#include "tst_tokenblocks.moc"
