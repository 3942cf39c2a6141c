// Octets that are not UTF-8, one example for each reason.
#pragma once

#include <array>
#include <string_view>

namespace tic::conformance {

/// A reason and octets that are ill-formed for it alone.
struct ill_formed {
    std::string_view name, bytes;
};
inline constexpr std::array ill_formed_kinds{ill_formed{"lone-continuation", "\x80"},
                                             ill_formed{"lone-lead", "\xc3"},
                                             ill_formed{"cut-3", "\xe2\x82"},
                                             ill_formed{"cut-4", "\xf0\x9f\x98"},
                                             ill_formed{"lead-then-letter", "\xc3\x28"},
                                             ill_formed{"overlong-2", "\xc0\x80"},
                                             ill_formed{"overlong-2-last", "\xc1\xbf"},
                                             ill_formed{"overlong-3", "\xe0\x9f\xbf"},
                                             ill_formed{"overlong-4", "\xf0\x8f\xbf\xbf"},
                                             ill_formed{"surrogate-first", "\xed\xa0\x80"},
                                             ill_formed{"surrogate-last", "\xed\xbf\xbf"},
                                             ill_formed{"beyond", "\xf4\x90\x80\x80"},
                                             ill_formed{"five-octets", "\xf5\x80\x80\x80"},
                                             ill_formed{"ff", "\xff"}};

}  // namespace tic::conformance
