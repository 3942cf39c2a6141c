// Makes a value in place, in constant evaluation too; without all of <memory>, which costs a translation unit half a
// second.
#pragma once

#include <optional>
#if __has_include(<bits/stl_construct.h>)
#include <bits/stl_construct.h>
#else
#include <memory>
#endif

namespace tic {

template <class T>
constexpr T& make_at(T& place) {
    return *std::construct_at(&place);
}

}  // namespace tic
