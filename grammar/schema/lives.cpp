// `since`, `until` and weights: versions are the root file's.
#include "grammar/schema/checker.hpp"

namespace tic::schema {
namespace {

constexpr std::uint64_t greatest_weight = 1000;

}  // namespace

std::optional<std::uint8_t> read_since(checker& c, const std::optional<ast::integer>& written) {
    if (!written) return std::uint8_t{1};
    const auto since = value_of(c, *written);
    if (!since) return std::nullopt;
    if (*since >= natural(1) && *since <= natural(c.made.version)) return static_cast<std::uint8_t>(since->magnitude);
    if (*since < natural(1)) {
        c.report(diag::id::since_out_of_range, written->where, "versions start at 1, but this is {}", since->text());
        return std::nullopt;
    }
    if (!c.version_known) return std::nullopt;
    auto& made = c.report(diag::id::since_out_of_range, written->where, "`since {}` is later than the {} version, {}",
                          since->text(), written->where.file == c.made.root ? "file's" : "root file's", c.made.version);
    const ast::file& root = c.files.front();
    if (root.version)
        add_note(made, root.version->where, "the version is declared here");
    else
        add_note(made, root.protocol.where, "there is no `version` line, so the version is 1");
    made.help = "raise the version, or use an earlier `since`";
    return std::nullopt;
}

life read_life(checker& c, const ast::life& written, const ast::name& of) {
    life result;
    const auto since = read_since(c, written.since);
    if (since) result.since = *since;
    if (!written.until) return result;
    const auto until = value_of(c, *written.until);
    if (!until || !since) return result;
    if (*until <= natural(*since)) {
        auto& made = c.report(diag::id::until_out_of_range, written.until->where,
                              "`{}` exists in no version: it is added in version {} and removed in version {}", of.text,
                              *since, until->text());
        made.help = "`since V until W` means versions V to W - 1, so W must be greater than V";
        return result;
    }
    // No version is beyond 255, so to end after it is to end never.
    result.until = *until > natural(255) ? std::uint8_t{0} : static_cast<std::uint8_t>(until->magnitude);
    return result;
}

std::vector<weight> read_weights(checker& c, const std::vector<ast::weight>& written) {
    std::vector<weight> result;
    result.reserve(written.size());
    for (const ast::weight& w : written) {
        const auto since = read_since(c, w.since);
        const auto value = value_of(c, w.value);
        if (!since || !value) continue;
        if (*value < natural(1) || *value > natural(greatest_weight)) {
            auto& made = c.report(diag::id::weight_out_of_range, w.value.where,
                                  "a weight must be 1 to 1000, but this is {}", value->text());
            made.help = "only the ratio of the weights matters";
            continue;
        }
        result.push_back({*since, static_cast<std::uint16_t>(value->magnitude)});
    }
    return result;
}

std::vector<unsigned> changing_versions(const schema& all, unsigned from, unsigned to) {
    std::bitset<257> changes;
    changes.set(from);
    const auto of_life = [&](const life& alive) {
        changes.set(alive.since);
        if (alive.until != 0) changes.set(alive.until);
    };
    const auto of_place = [&](const place& at) {
        of_life(at.alive);
        for (const hint& h : at.hints) changes.set(h.since);
    };
    for (const auto& e : all.enums)
        for (const auto& v : e.values) of_life(v.alive);
    for (const auto& u : all.unions)
        for (const auto& a : u.arms) of_place(a);
    for (const auto& s : all.structs)
        for (const auto& f : s.fields) of_place(f);
    for (const auto& e : all.elements) of_place(e);
    if (all.talk) {
        for (const auto& s : all.talk->client) of_life(s.alive);
        for (const auto& s : all.talk->server) of_life(s.alive);
    }
    std::vector<unsigned> result;
    for (unsigned v = from; v <= to; ++v)
        if (changes.test(v)) result.push_back(v);
    return result;
}

}  // namespace tic::schema
