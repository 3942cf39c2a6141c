// Makes the sources of the differential tests: invented schemas and those given, compiled to headers, and one
// translation unit for each group of them; as codecs the last of those given also with mutants, none of them active.
// write_subjects codecs|adapters DIR UNITS INVENTED FILE…
#include "codegen/adapter/adapter.hpp"
#include "codegen/cpp/cpp.hpp"
#include "codegen/emit/sink.hpp"
#include "codegen/mutants/mutants.hpp"
#include "tests/support/compiled.hpp"
#include "tests/support/invent.hpp"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <sstream>

namespace {

std::string path_call(const tic::layout& plan, tic::side who) {
    if (plan.packets[who].empty()) return "std::string()";
    return "std::string(" + std::string(plan.protocol) + "::path_of<" + std::string(plan.protocol) +
           "::" + std::string(name_of(who)) + "_packet>(e).view())";
}

/// With `mutated` before its protocol's name, so that both headers can stand in one program.
std::string renamed(std::string schema) {
    schema.insert(schema.find("protocol ") + 9, "mutated_");
    return schema;
}

std::string subject_text(const tic::layout& plan, const std::string& schema) {
    const std::string name(plan.protocol);
    std::string makes;
    for (const tic::side who : tic::sides) {
        if (plan.packets[who].empty()) continue;
        const std::string side(name_of(who));
        const std::string packet = name + "::" + side + "_packet";
        makes += std::string("    if (side == ") + (who == tic::side::server ? "1" : "0") +
                 ")\n        return std::make_unique<tic::test::generated_subject<" + packet + ", " + name +
                 "::" + side + "_memory>>([](const tic::error& e) { return std::string(" + name + "::path_of<" +
                 packet + ">(e).view()); }, " + name + "::" + side + "_max_arena);\n";
    }
    std::string made = "#include \"" + tic::cpp::header_name(plan) + "\"\nstatic const char* const text_of_" + name +
                       " = R\"~~~(" + schema + ")~~~\";\n";
    made += "static const tic::test::registration of_" + name + "(\"" + name + "\", text_of_" + name +
            ", [](int side) -> std::unique_ptr<tic::test::subject> {\n" + makes + "    return nullptr;\n});\n";
    if (!plan.has_session) return made;
    return made + "static const tic::test::talk_registration talk_of_" + name + "(text_of_" + name +
           ", []() -> std::unique_ptr<tic::test::talk> {\n" + "    return std::make_unique<tic::test::generated_talk<" +
           name + "::wire::protocol>>([](bool server, const tic::error& e) {\n" +
           "        return std::string(server ? " + path_call(plan, tic::side::server) + " : " +
           path_call(plan, tic::side::client) + ");\n    });\n});\n";
}

std::string adapter_text(const tic::layout& plan, const std::string& schema) {
    const std::string name(plan.protocol);
    return tic::cpp::print_adapter_table(plan) + "static const tic::test::adapter_registration registration_of_" +
           name + "(R\"~~~(" + schema +
           ")~~~\", []() -> std::unique_ptr<tic::test::any_adapter> { return "
           "std::make_unique<tic::test::generated_adapter<" +
           name + "_adapter>>(); });\n";
}

}  // namespace

int main(int argc, char** argv) {
    if (argc < 5) return 2;
    const bool adapters = std::string_view(argv[1]) == "adapters";
    const auto units = static_cast<std::size_t>(std::atoi(argv[3]));
    std::vector<std::string> texts;
    tic::test::inventor invent(adapters ? 8 : 7);
    for (int i = 0; i < std::atoi(argv[4]); ++i) {
        std::string text = invent.next();
        text.replace(text.find("invented"), 8, "invented" + std::to_string(i));
        texts.push_back(text);
    }
    for (int i = 5; i < argc; ++i) {
        std::ostringstream held;
        held << std::ifstream(argv[i]).rdbuf();
        texts.push_back(held.str());
    }
    constexpr int most_with_mutants = 3;  // there is much of that code, so the small schemas
    const std::size_t right = texts.size();
    for (int i = std::max(5, argc - most_with_mutants); i < argc && !adapters; ++i)
        texts.push_back(renamed(texts[right - static_cast<std::size_t>(argc - i)]));
    const char* const includes =
        adapters ? "#include \"tests/codegen_cpp/any_adapter.hpp\"\n"
                 : "#include \"tests/codegen_cpp/subject.hpp\"\n#include \"tests/codegen_cpp/talk.hpp\"\n";
    std::vector<std::string> unit(units, includes);
    tic::emit::disk_sink disk{std::filesystem::path(argv[2])};
    std::string reason;
    for (std::size_t i = 0; i < texts.size(); ++i) {
        const tic::test::compiled made(texts[i]);
        if (!made.run && texts[i].find("protocol invented") == 0) continue;  // an invention that does not hold
        if (!made.run) {
            std::fprintf(stderr, "%s%s\n", texts[i].c_str(), made.told().c_str());
            return 1;
        }
        const auto& plan = made.run->plan();
        const std::string header = i < right ? tic::cpp::print_header(plan, "a schema")
                                             : tic::mutation::print_mutants(plan, "a schema").header;
        if (!disk.write(tic::cpp::header_name(plan), header, reason)) return 1;
        unit[i % units] += adapters ? adapter_text(plan, texts[i]) : subject_text(plan, texts[i]);
    }
    for (std::size_t i = 0; i < units; ++i)
        if (!disk.write("unit" + std::to_string(i) + ".cpp", unit[i], reason)) return 1;
    return 0;
}
