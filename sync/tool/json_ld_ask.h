#pragma once
// A JSON-LD document and the options it is to be read with, as `canonize` and `expand` share them.

#include <memory>

#include "storage/linked_data/json_ld.h"
#include "sync/tool/commands.h"

namespace northseal::tool {

class JsonLdInput {
public:
    JsonLdInput();
    ~JsonLdInput();
    Result<> read(const JsonLdAsk&, std::string_view text, Tool&);

    const Json& document() const { return *m_document; }
    const linked_data::JsonLdOptions& options() const { return m_options; }

private:
    std::unique_ptr<Json> m_document;
    std::unique_ptr<Json> m_context; // what the options borrow
    linked_data::JsonLdOptions m_options;
};

} // namespace northseal::tool
