// Paths of refusals as text: `Deliver.body`, `ContactSync.phones[3]`. A path's id is the number of fields before it in
// its packet, depth first. So one table of types and their members names all paths, instead of a string for each.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "result.hpp"

namespace tic {

/// A declared field or arm, or a packet of a side: its id relative to that of its type, the type it holds (or
/// `no_type`), and the number of lists around it.
struct path_member {
    static constexpr std::uint32_t no_type = 0xffffffffU;
    std::string_view name{};
    std::uint32_t offset = 0;
    std::uint32_t type = no_type;
    std::uint8_t lists = 0;
};

/// A struct or union: the range of its members in the table of all.
struct path_type {
    std::uint32_t first = 0;
    std::uint32_t count = 0;
};

/// The text of a path, cut after 256 characters.
class path_text {
public:
    [[nodiscard]] constexpr std::string_view view() const { return {text_, size_}; }
    constexpr operator std::string_view() const { return view(); }
    constexpr void add(std::string_view part) {
        for (const char c : part) {
            if (size_ < sizeof(text_)) text_[size_++] = c;
        }
    }
    constexpr void add_index(std::uint32_t i) {
        char digits[10]{};
        std::size_t count = 0;
        do {
            digits[count++] = static_cast<char>('0' + i % 10);
            i /= 10;
        } while (i != 0);
        add("[");
        while (count != 0) add({&digits[--count], 1});
        add("]");
    }

private:
    char text_[256]{};
    std::size_t size_ = 0;
};

namespace detail {

constexpr path_text spell_path(const place& at, std::uint32_t type, std::span<const path_type> types,
                               std::span<const path_member> members) {
    path_text text;
    std::uint32_t id = at.id;
    std::size_t index = 0;
    while (id != 0 && type != path_member::no_type) {
        const auto all = members.subspan(types[type].first, types[type].count);
        const path_member* found = nullptr;
        for (const path_member& m : all) {
            if (m.offset <= id) found = &m;
        }
        if (found == nullptr) break;
        if (!text.view().empty()) text.add(".");
        text.add(found->name);
        for (unsigned i = 0; i < found->lists && index < at.depth; ++i) text.add_index(at.indices[index++]);
        id -= found->offset;
        type = found->type;
    }
    return text;
}

}  // namespace detail

}  // namespace tic
