// Events as JSON lines.
#include <nlohmann/json.hpp>
#include <ostream>

#include "conformance/report/reports.hpp"
#include "conformance/report/text.hpp"

namespace tic::conformance {
namespace {

using nlohmann::ordered_json;

ordered_json differences_of(const outcome& one) {
    auto all = ordered_json::array();
    for (const auto& each : one.differences) {
        ordered_json line{{"path", clean(each.path)}, {"expected", clean(each.expected)}, {"got", clean(each.got)}};
        if (each.bit_count != 0) line["bits"] = {each.first_bit, each.first_bit + each.bit_count - 1};
        if (!each.code.empty()) line["code"] = clean(each.code);
        if (!each.declared.empty()) line["declared"] = clean(each.declared);
        all.push_back(std::move(line));
    }
    return all;
}

class json final : public listener {
public:
    explicit json(std::ostream& out) : out_(out) {}

    void begins(const run_start& all) override {
        write({{"event", "begin"},
               {"protocol", all.protocol},
               {"implementation", clean(all.implementation)},
               {"selected", all.selected},
               {"all", all.all},
               {"seed", all.seed}});
    }

    void settled(const outcome& one) override {
        constexpr std::string_view levels[] = {"must", "should", "may"};
        const auto& about = *one.about;
        ordered_json line{{"event", "case"},
                          {"id", clean(about.id)},
                          {"verdict", name_of(one.is)},
                          {"unexpected", one.unexpected},
                          {"file", clean(about.at.file)},
                          {"line", about.at.line},
                          {"level", levels[static_cast<unsigned>(about.weight)]}};
        if (one.is != verdict::pass) add_details(one, line);
        write(line);
    }

    void ends(const run_end& all) override {
        ordered_json counts;
        for (std::size_t i = 0; i < verdict_count; ++i)
            counts[std::string(name_of(static_cast<verdict>(i)))] = all.count[i];
        auto complaints = ordered_json::array();
        for (const auto& each : all.complaints) complaints.push_back(clean(each));
        write({{"event", "end"},
               {"whole", all.abandoned.empty()},
               {"abandoned", clean(all.abandoned)},
               {"counts", counts},
               {"unexpected", all.unexpected},
               {"unsupported", all.unsupported},
               {"complaints", complaints},
               {"seconds", all.seconds},
               {"headline", headline(all)}});
    }

private:
    static void add_details(const outcome& one, ordered_json& line) {
        const auto& about = *one.about;
        line["why"] = clean(one.why);
        if (one.at < about.exchanges.size() && one.is != verdict::unsupported) {
            const auto& asked = about.exchanges[one.at];
            line["step"] = asked.step;
            line["asked"] = request_text(asked);
            line["expected"] = expected_text(asked);
            line["got"] = clean(one.got);
        }
        if (!one.differences.empty()) line["differences"] = differences_of(one);
        if (!one.stderr_text.empty()) line["stderr"] = clean(one.stderr_text);
        if (!one.repeat.empty()) line["repeat"] = clean(one.repeat);
    }

    void write(const ordered_json& line) {
        out_ << line.dump(-1, ' ', false, ordered_json::error_handler_t::replace) << '\n';
        out_.flush();
    }

    std::ostream& out_;
};

}  // namespace

std::unique_ptr<listener> json_report(std::ostream& out) { return std::make_unique<json>(out); }

}  // namespace tic::conformance
