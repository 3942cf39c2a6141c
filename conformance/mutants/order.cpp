// Orders cases by what they say they cover and by the types that their steps code.
#include "conformance/mutants/order.hpp"

#include <algorithm>

namespace tic::conformance {
namespace {

/// The struct of a packet, or the type of a lone value.
index coded_type(const layout& plan, const step& of) {
    if (of.is == step_kind::quiet) return none;
    return of.is == step_kind::packet ? plan.packets[of.who][of.name].type : of.name;
}

/// `Deliver.seq` of `Deliver.seq[]`.
std::string_view without_lists(std::string_view path) { return path.substr(0, path.find('[')); }

bool begins_with_path(std::string_view text, std::string_view path) {
    return text.starts_with(path) && (text.size() == path.size() || text[path.size()] == '/' ||
                                      text[path.size()] == '[' || text[path.size()] == '.');
}

}  // namespace

case_order::case_order(const interpreter::program& run, std::span<const test_case> cases)
    : plan_(&run.plan()), cases_(cases) {
    for (const auto& one : cases) {
        if (one.from == nullptr) continue;
        const auto [found, fresh] = types_.try_emplace(one.from, plan_->types.size(), false);
        if (!fresh) continue;
        for (const auto& each : one.from->steps)
            if (const index type = coded_type(*plan_, each); type != none) add_types(found->second, type);
    }
}

void case_order::add_types(std::vector<bool>& to, index type) const {
    if (to[type]) return;
    to[type] = true;
    const auto& t = plan_->types[type];
    if (t.kind == type_kind::enumeration) return;
    for (index i = t.first_member; i < t.first_member + t.member_count; ++i) {
        if (plan_->members[i].sample == none) continue;
        const node* n = &plan_->nodes[plan_->members[i].sample];
        while (n->operation == op::list) n = &plan_->nodes[n->element];
        if (n->type != none && n->operation != op::sealed) add_types(to, n->type);
    }
}

bool case_order::is_about(const test_case& one, std::string_view path) const {
    if (one.wrong != nullptr)
        return begins_with_path(one.wrong->refused.path, path) ||
               one.wrong->what.path.find(path.substr(path.find('.') + 1)) != std::string::npos;
    return one.from != nullptr &&
           std::ranges::any_of(one.from->covers, [&](const covered& c) { return begins_with_path(c.item, path); });
}

const std::vector<std::uint32_t>& case_order::of(const mutant& about) {
    const std::string path(without_lists(about.path));
    const auto [found, fresh] = known_.try_emplace(path);
    auto& order = found->second;
    if (!fresh) return order;
    const std::string_view type_name = std::string_view(path).substr(0, path.find('.'));
    const auto type = std::ranges::find(plan_->types, type_name, &type::name);
    const auto number = static_cast<std::size_t>(type - plan_->types.begin());
    std::vector<std::uint8_t> weight(cases_.size(), 2);
    for (std::uint32_t i = 0; i < cases_.size(); ++i) {
        order.push_back(i);
        const auto& one = cases_[i];
        const bool codes = one.from != nullptr && type != plan_->types.end() && types_.at(one.from)[number];
        if (is_about(one, path))
            weight[i] = 0;
        else if (codes)
            weight[i] = 1;
    }
    std::ranges::stable_sort(order, {}, [&](std::uint32_t i) { return weight[i]; });
    return order;
}

}  // namespace tic::conformance
