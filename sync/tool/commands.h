#pragma once
// Every command of the tool: what it is asked, and the function that does it and returns the exit code. The
// command line fills these in; nothing here knows how.

#include <cstdint>

#include "sync/tool/passphrase.h"
#include "sync/tool/tool.h"

namespace northseal::tool {

struct VerifyAsk {
    std::string input; // a file, a slip's URL, or "-"
    std::string trust; // a trust folder; may be empty
    std::string root;  // its expected root, as Multikey; may be empty
    std::uint64_t at_least{0};
    std::vector<std::string> dids; // files with the DID documents of other issuers
    std::string language{"en"};
    std::string as_of; // judge as of this date instead of now
    bool json{false};
    bool specimen{false}; // a specimen counts as genuine
};
int verify(const VerifyAsk&, Tool&);

struct ShowAsk {
    std::string input;
    std::string trust;
    bool json{false};
};
int show(const ShowAsk&, Tool&);

struct JsonLdAsk {
    std::string input;
    std::string base;
    std::string expand_context; // a file
    std::string mode{"1.1"};
    std::string rdf_direction; // "", "i18n-datatype", "compound-literal"
    std::string hash{"sha256"};
    bool safe{false};
    bool map{false};    // print the labels instead
    bool nquads{false}; // the input is N-Quads, whatever it is called
    std::size_t most_depth{64};
    std::size_t most_deep_hashes{4'000};
};
int canonize(const JsonLdAsk&, Tool&);
int expand(const JsonLdAsk&, Tool&);

struct SlipAsk {
    std::string input; // a credential's file; a slip's URL or file
    std::string trust;
    bool credential{false}; // decode: print the rebuilt credential instead of the claims
};
int slip_encode(const SlipAsk&, Tool&);
int slip_decode(const SlipAsk&, Tool&);

struct InitAsk {
    std::string folder, host, verify_host, name_en, name_fr, country{"CA"}, region{"Ontario"};
    std::vector<std::string> sites_en, sites_fr;
    PassphraseAsk passphrase;
    bool demo{false};
};
int institution_init(const InitAsk&, Tool&);
int institution_show(const std::string& folder, Tool&);

struct ProgrammeAsk {
    std::string file, institution, issuer, language, out;
    PassphraseAsk passphrase;
    bool json{false};
};
int programme_check(const ProgrammeAsk&, Tool&);
int programme_compile(const ProgrammeAsk&, Tool&);
int programme_add(const ProgrammeAsk&, Tool&);

struct EnrolAsk {
    std::string folder;
    std::vector<std::string> facilitators; // "NAME:ROLE"; with a backup, names
    std::string words_file, pin_file, out, accept, renew;
    std::string from_backup, code_file; // the medium of a kiosk that is gone
    // What guards the kiosk; six words where neither is named.
    std::string token;      // where a stick is mounted
    bool chip{false};       // the machine's TPM
    std::string tpm;        // where it answers; empty: this machine's
    std::int64_t person{1}; // whose PIN opens a kiosk that a chip guards
};
int enrol(const EnrolAsk&, Tool&);

struct BackupAsk {
    std::string folder, medium;
};
int backup(const BackupAsk&, Tool&);

struct DelegateAsk {
    std::string institution, request, until, out;
    std::uint32_t site{0}, count{0};
    std::vector<std::string> programmes;
    std::string renew; // a kiosk
    std::string code;  // a file for the renewal as a square code
    bool words{false};
    PassphraseAsk passphrase;
};
int delegate(const DelegateAsk&, Tool&);

struct PublishAsk {
    std::string institution, out;
    PassphraseAsk passphrase;
};
int publish(const PublishAsk&, Tool&);

struct ReceiveAsk {
    std::string institution;
    std::vector<std::string> inputs;
    std::string reported_up_to; // with `kiosk`: everything up to then has been brought
    std::string kiosk;
    bool reviewed{false};
};
int receive(const ReceiveAsk&, Tool&);

struct WithdrawAsk {
    std::string institution, which, reason; // `which`: a status index, or urn:uuid:…
    bool superseded{false};
};
int withdraw(const WithdrawAsk&, Tool&);

struct CloseAsk {
    std::string institution, kiosk;
    bool compromised{false};
};
int close(const CloseAsk&, Tool&);

int demo(const std::string& folder, Tool&);

} // namespace northseal::tool
