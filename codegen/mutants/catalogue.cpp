// Numbers mutants and prints their list.
#include "codegen/mutants/catalogue.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace tic::mutation {

std::vector<unsigned> numbers::of(bool decodes) const {
    std::vector<unsigned> made{decodes ? decoder : encoder, both};
    std::erase(made, 0U);
    return made;
}

unsigned catalogue::number(mutant next) {
    all_.push_back(std::move(next));
    return count();
}

numbers catalogue::add(const std::string& topic, const std::string& kind, const std::string& path,
                       const std::vector<unsigned>& versions, bool decodes, bool encodes) {
    numbers made;
    if (decodes) made.decoder = number({topic, kind, path, versions, role::decoder});
    if (encodes) made.encoder = number({topic, kind, path, versions, role::encoder});
    if (decodes && encodes) made.both = number({topic, kind, path, versions, role::both});
    return made;
}

numbers catalogue::add_once(const std::string& key, const std::string& topic, const std::string& kind,
                            const std::string& path, const std::vector<unsigned>& versions, bool decodes,
                            bool encodes) {
    const auto [found, is_new] = known_.try_emplace(key);
    if (is_new) found->second = add(topic, kind, path, versions, decodes, encodes);
    return found->second;
}

unsigned catalogue::add_once(const std::string& topic, const std::string& kind, const std::string& path, role who,
                             bool* is_new) {
    const auto [found, fresh] = known_.try_emplace(fmt::format("{} {} {}", topic, kind, path));
    if (fresh) found->second.both = number({topic, kind, path, {}, who});
    if (is_new != nullptr) *is_new = fresh;
    return found->second.both;
}

std::string catalogue::print(std::string_view schema_file) const {
    constexpr const char* roles[] = {"decoder", "encoder", "both", "end"};
    std::string text =
        fmt::format("# Mutants of {}: number, class, kind, path, versions, who deviates.\n", schema_file);
    for (std::size_t i = 0; i < all_.size(); ++i) {
        const mutant& one = all_[i];
        text += fmt::format("{} {} {} {} {} {}\n", i + 1, one.topic, one.kind, one.path,
                            one.versions.empty() ? "all" : fmt::format("{}", fmt::join(one.versions, ",")),
                            roles[static_cast<int>(one.who)]);
    }
    return text;
}

index owner_of(const layout& plan, index member) {
    for (index t = 0; t < plan.types.size(); ++t)
        if (member - plan.types[t].first_member < plan.types[t].member_count) return t;
    return none;
}

const std::vector<unsigned>& versions_of(const cpp::model& m, index type, unsigned version) {
    return std::ranges::find_if(
               m.variants(type),
               [&](const variant& alike) { return std::ranges::find(alike.versions, version) != alike.versions.end(); })
        ->versions;
}

std::vector<cpp::prefix_codes> other_codes(const cpp::model& m, const prefix_table& table, std::size_t members,
                                           const std::string& name) {
    if (table.count < 2) return {};
    const cpp::prefix_codes right = cpp::build_codes(m, table, members, name);
    cpp::prefix_codes swapped = right;
    swapped.name += "_swapped";
    prefix_code& a = swapped.codes[m.plan.ranks[table.first_rank]];
    prefix_code& b = swapped.codes[m.plan.ranks[table.first_rank + 1]];
    std::swap(a.code, b.code);
    std::swap(a.length, b.length);
    if (table.count == 2) return {swapped};  // the complement is the same
    cpp::prefix_codes complemented = right;
    complemented.name += "_complemented";
    for (auto& c : complemented.codes) c.code = static_cast<std::uint16_t>(~c.code & ((1U << c.length) - 1));
    return {swapped, complemented};
}

}  // namespace tic::mutation
