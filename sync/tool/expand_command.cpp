#include <nlohmann/json.hpp>

#include "sync/tool/commands.h"
#include "sync/tool/json_ld_ask.h"

namespace northseal::tool {
namespace {

constexpr std::size_t json_ld_most = 16U << 20;

Result<std::string> run_expand(const JsonLdAsk& ask, Tool& tool)
{
    const auto text = TRY(read_input(tool, ask.input));
    JsonLdInput input;
    TRY(input.read(ask, text, tool));
    const auto expanded = TRY(linked_data::expand(input.document(), input.options()));
    return expanded.dump(2) + "\n";
}

} // namespace

JsonLdInput::JsonLdInput() = default;
JsonLdInput::~JsonLdInput() = default;

Result<> JsonLdInput::read(const JsonLdAsk& ask, std::string_view text, Tool& tool)
{
    m_document = std::make_unique<Json>(TRY(parse_json(text, {json_ld_most, ask.most_depth})));
    m_options.base = ask.base;
    m_options.safe = ask.safe;
    m_options.limits.depth = ask.most_depth;
    m_options.processing_mode = ask.mode == "1.0" ? linked_data::ProcessingMode::json_ld_1_0
                                                  : linked_data::ProcessingMode::json_ld_1_1;
    m_options.rdf_direction = ask.rdf_direction == "i18n-datatype" ? linked_data::RdfDirection::i18n_datatype
                              : ask.rdf_direction == "compound-literal"
                                  ? linked_data::RdfDirection::compound_literal
                                  : linked_data::RdfDirection::none;
    if (ask.expand_context.empty()) return {};
    const auto context = TRY(read_input(tool, ask.expand_context));
    m_context = std::make_unique<Json>(TRY(parse_json(context, {json_ld_most, ask.most_depth})));
    m_options.expand_context = m_context.get();
    return {};
}

int expand(const JsonLdAsk& ask, Tool& tool)
{
    const auto text = run_expand(ask, tool);
    if (!text.ok()) return failed(text.error());
    say(text.value());
    return exit_done;
}

} // namespace northseal::tool
