#pragma once
// Compiling a programme into one template a language: the only place that knows the shape of a credential.

#include <cstdint>
#include <string>
#include <vector>

#include "storage/catalogue/frameworks.h"
#include "storage/catalogue/programme.h"
#include "storage/credential/template.h"

namespace northseal::catalogue {

struct IssuingSite {
    std::uint32_t number{0}; // from 1; public identifier https://HOST/sites/N
    Words name;
};

// What a template says of the institution. All public.
struct Issuer {
    std::string did;  // did:web:HOST
    std::string host; // "demo.northseal.invalid"; with %3A where a port follows
    Words name;
    std::string country{"CA"};
    std::string region{"Ontario"};
    std::vector<IssuingSite>
        sites; // numbers 1, 2, 3, … without gaps: the order is the template's choice list
};

// RFC 8785 form, ready to be read by credential::Template::read and to be signed by the desk.
Result<std::string> compile_template(const Programme&, const Issuer&, const Frameworks&,
                                     const std::string& language);

} // namespace northseal::catalogue
