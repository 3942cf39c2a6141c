// Canonical Huffman codes from weights (language page, section 4).
#include "codegen/plan/huffman.hpp"

#include <algorithm>
#include <numeric>
#include <queue>

namespace tic::plan {
namespace {

struct tree_node {
    std::uint64_t weight;
    index latest;  // the latest-declared item below
    index left = none;
    index right = none;
};

std::vector<unsigned> code_lengths(const std::vector<prefix_code>& items) {
    std::vector<tree_node> nodes;
    nodes.reserve(items.size() * 2);
    const auto later = [&nodes](index a,
                                index b) {  // the queue's top is the lightest, among equals the latest-declared
        if (nodes[a].weight != nodes[b].weight) return nodes[a].weight > nodes[b].weight;
        return nodes[a].latest < nodes[b].latest;
    };
    std::priority_queue<index, std::vector<index>, decltype(later)> queue(later);
    for (index i = 0; i < items.size(); ++i) {
        nodes.push_back({items[i].weight, i});
        queue.push(i);
    }
    while (queue.size() > 1) {
        const index a = queue.top();
        queue.pop();
        const index b = queue.top();
        queue.pop();
        nodes.push_back({nodes[a].weight + nodes[b].weight, std::max(nodes[a].latest, nodes[b].latest), a, b});
        queue.push(static_cast<index>(nodes.size() - 1));
    }
    std::vector<unsigned> depth(nodes.size(), 0);
    for (index i = static_cast<index>(nodes.size()); i-- > items.size();)  // children come before their parents
        depth[nodes[i].left] = depth[nodes[i].right] = depth[i] + 1;
    depth.resize(items.size());
    return depth;
}

}  // namespace

std::vector<index> canonical_order(const std::vector<prefix_code>& items) {
    std::vector<index> order(items.size());
    std::iota(order.begin(), order.end(), 0U);
    std::stable_sort(order.begin(), order.end(), [&](index a, index b) { return items[a].length < items[b].length; });
    return order;
}

bool assign_codes(std::vector<prefix_code>& items) {
    if (items.empty()) return true;
    const auto lengths = code_lengths(items);
    if (*std::max_element(lengths.begin(), lengths.end()) > longest_code) return false;
    for (std::size_t i = 0; i < items.size(); ++i) items[i].length = static_cast<std::uint8_t>(lengths[i]);
    unsigned next = 0;
    unsigned length = 0;
    bool first = true;
    for (const index i : canonical_order(items)) {
        if (!first) ++next;
        next <<= items[i].length - (first ? items[i].length : length);
        length = items[i].length;
        first = false;
        items[i].code = static_cast<std::uint16_t>(next);
    }
    return true;
}

}  // namespace tic::plan
