// std::construct_at without <memory>, which takes half a second to compile: libstdc++ declares it in a header of its
// own.
#pragma once

#include <optional>
#if __has_include(<bits/stl_construct.h>)
#include <bits/stl_construct.h>
#else
#include <memory>
#endif

namespace tic {

/// Default-constructs a T in place, in constant evaluation too.
template <class T>
constexpr T& make_at(T& place) {
    return *std::construct_at(&place);
}

}  // namespace tic
