// codes.hpp against codes written from the definitions of the language page: all small values, all truncations, the
// largest values.
#include "runtime/tic/codes.hpp"

#include <gtest/gtest.h>

#include <functional>
#include <limits>
#include <string>
#include <vector>

#include "bit_text.hpp"

namespace {

using namespace tic;
using namespace tic::test;

/// Section 4, word by word.
std::string truncated_binary_text(std::uint64_t x, std::uint64_t m) {
    unsigned k = 0;
    while (m >> (k + 1) != 0) ++k;
    const std::uint64_t s = (std::uint64_t{1} << (k + 1)) - m;
    return x < s ? digits_text(x, k) : digits_text(x + s, k + 1);
}
std::string exp_golomb_text(std::uint64_t x, unsigned k) {
    const std::uint64_t y = x + (std::uint64_t{1} << k);
    unsigned n = 0;
    while (n < 64 && y >> n != 0) ++n;
    return std::string(n - 1 - k, '0') + digits_text(y, n);
}

using reading = std::function<read_result(bit_reader&)>;

/// Reads the bits of a text that end at the data's end, wherever they start.
read_result read_text(const std::string& text, const reading& read, std::uint64_t* taken = nullptr) {
    const std::size_t before = (8 - text.size() % 8) % 8;
    const std::vector<std::uint8_t> bytes = from_bits(std::string(before, '1') + text);
    bit_reader in(bytes);
    in.skip(before);
    const read_result got = read(in);
    if (taken != nullptr) *taken = in.position() - before;
    return got;
}

/// All texts of up to `longest` bits: a whole code is read, a part of one is `truncated` with the least that completes
/// it.
void check_all_prefixes(const std::vector<std::string>& words, unsigned longest, const reading& read) {
    for (unsigned length = 0; length <= longest; ++length) {
        for (std::uint64_t v = 0; v < std::uint64_t{1} << length; ++v) {
            const std::string text = digits_text(v, length);
            std::uint64_t taken = 0;
            const read_result got = read_text(text, read, &taken);
            std::size_t more = std::numeric_limits<std::size_t>::max();
            bool is_whole = false;
            for (std::size_t x = 0; x < words.size(); ++x) {
                if (text.starts_with(words[x])) {
                    is_whole = true;
                    ASSERT_TRUE(got.ok()) << text;
                    ASSERT_EQ(got.value, x) << text;
                    ASSERT_EQ(taken, words[x].size()) << text;
                } else if (words[x].starts_with(text)) {
                    more = std::min(more, words[x].size() - text.size());
                }
            }
            if (is_whole) continue;
            ASSERT_EQ(got.why, reason::truncated) << text;
            ASSERT_EQ(got.more, more) << text;
            ASSERT_EQ(got.bit % 8, 0U);
        }
    }
}

TEST(codes, worked_values) {
    EXPECT_EQ(written([](bit_writer& out) { write_truncated_binary(out, 2, 4); }), "10");
    EXPECT_EQ(written([](bit_writer& out) { write_truncated_binary(out, 3, 4); }), "110");
    EXPECT_EQ(written([](bit_writer& out) { write_truncated_binary(out, 4, 4); }), "111");
    EXPECT_EQ(written([](bit_writer& out) { write_exp_golomb(out, 0, 4); }), "10000");
    EXPECT_EQ(written([](bit_writer& out) { write_exp_golomb(out, 17, 4); }), "0100001");
    EXPECT_EQ(written([](bit_writer& out) { write_exp_golomb(out, zigzag(-1), 4); }), "10001");
    EXPECT_EQ(written([](bit_writer& out) { write_exp_golomb(out, zigzag(8), 4); }), "0100000");
    EXPECT_EQ(written([](bit_writer& out) { write_exp_golomb(out, 1033 - 1000, 5); }), "01000001");
    EXPECT_EQ(written([](bit_writer& out) { write_exp_golomb(out, zigzag(-5), 4); }), "11001");
    EXPECT_EQ(written([](bit_writer& out) { write_exp_golomb(out, zigzag(4), 3); }), "010000");
    EXPECT_EQ(written([](bit_writer& out) { write_exp_golomb(out, 2000, 11); }), "111111010000");
    EXPECT_EQ(written([](bit_writer& out) { write_exp_golomb(out, 2, 0); }), "011");
}

TEST(codes, zigzag_is_one_to_one) {
    EXPECT_EQ(zigzag(0), 0U);
    EXPECT_EQ(zigzag(-1), 1U);
    EXPECT_EQ(zigzag(1), 2U);
    EXPECT_EQ(zigzag(-2), 3U);
    constexpr auto low = std::numeric_limits<std::int64_t>::min();
    constexpr auto high = std::numeric_limits<std::int64_t>::max();
    EXPECT_EQ(zigzag(low), ~std::uint64_t{0});
    EXPECT_EQ(zigzag(high), ~std::uint64_t{0} - 1);
    for (const std::int64_t r : {low, low + 1, std::int64_t{-3}, std::int64_t{0}, std::int64_t{7}, high - 1, high}) {
        EXPECT_EQ(unzigzag(zigzag(r)), r);
    }
}

TEST(codes, truncated_binary_of_small_domains_is_the_definition) {
    for (std::uint64_t m = 1; m <= 70; ++m) {
        std::vector<std::string> words;
        for (std::uint64_t x = 0; x < m; ++x) {
            words.push_back(truncated_binary_text(x, m));
            ASSERT_EQ(written([&](bit_writer& out) { write_truncated_binary(out, x, m - 1); }), words.back());
            ASSERT_EQ(truncated_binary_bits(x, m - 1), words.back().size());
        }
        check_all_prefixes(words, 8, [&](bit_reader& in) { return read_truncated_binary(in, m - 1); });
    }
}

TEST(codes, truncated_binary_of_large_domains) {
    const std::uint64_t all = ~std::uint64_t{0};
    for (const std::uint64_t span :
         {all, all - 1, all / 2, all / 2 + 1, all / 2 - 1, std::uint64_t{1} << 57, std::uint64_t{1} << 40}) {
        for (const std::uint64_t x : {std::uint64_t{0}, std::uint64_t{1}, span / 2, span / 2 + 1, span - 1, span}) {
            const std::string text = written([&](bit_writer& out) { write_truncated_binary(out, x, span); });
            EXPECT_EQ(text.size(), truncated_binary_bits(x, span));
            for (unsigned offset = 0; offset < 8; ++offset) {
                const std::vector<std::uint8_t> bytes = from_bits(std::string(offset, '1') + text);
                bit_reader in(bytes);
                in.skip(offset);
                const read_result got = read_truncated_binary(in, span);
                EXPECT_TRUE(got.ok());
                EXPECT_EQ(got.value, x);
                EXPECT_EQ(in.position(), offset + text.size());
            }
        }
    }
    EXPECT_EQ(truncated_binary_bits(0, all), 64U);
    EXPECT_EQ(truncated_binary_bits(0, all - 1), 63U);
    EXPECT_EQ(truncated_binary_bits(1, all - 1), 64U);
}

TEST(codes, exp_golomb_of_small_values_is_the_definition) {
    for (unsigned k = 0; k <= 6; ++k) {
        std::vector<std::string> words;
        for (std::uint64_t x = 0; x < 2500; ++x) {
            words.push_back(exp_golomb_text(x, k));
            ASSERT_EQ(written([&](bit_writer& out) { write_exp_golomb(out, x, k); }), words.back());
            ASSERT_EQ(exp_golomb_bits(x, k), words.back().size());
        }
        check_all_prefixes(words, 10 - k, [&](bit_reader& in) { return read_exp_golomb(in, k); });
    }
}

TEST(codes, exp_golomb_of_every_order_to_its_end) {
    for (unsigned k = 0; k < 64; ++k) {
        const std::uint64_t most = ~std::uint64_t{0} - (std::uint64_t{1} << k);
        EXPECT_TRUE(exp_golomb_holds(most, k));
        EXPECT_TRUE(most == ~std::uint64_t{0} || !exp_golomb_holds(most + 1, k));
        for (const std::uint64_t x : {most, most - 1, most / 2, most / 3, std::uint64_t{0}, std::uint64_t{1}}) {
            const std::string text = exp_golomb_text(x, k);
            ASSERT_EQ(written([&](bit_writer& out) { write_exp_golomb(out, x, k); }), text);
            for (unsigned offset = 0; offset < 8; ++offset) {
                const std::vector<std::uint8_t> bytes = from_bits(std::string(offset, '1') + text);
                bit_reader in(bytes);
                in.skip(offset);
                const read_result got = read_exp_golomb(in, k);
                ASSERT_TRUE(got.ok()) << k << ' ' << x;
                ASSERT_EQ(got.value, x);
                ASSERT_EQ(in.position(), offset + text.size());
            }
            // Every whole byte less: after z zeros 1 + z + k, else what is left of the code.
            for (std::size_t kept = text.size() % 8; kept < text.size(); kept += 8) {
                const std::string part = text.substr(0, kept);
                const std::size_t zeros = std::min(part.find('1'), part.size());
                const std::size_t more = zeros == part.size() ? 1 + zeros + k : text.size() - kept;
                const read_result got = read_text(part, [&](bit_reader& in) { return read_exp_golomb(in, k); });
                ASSERT_EQ(got.why, reason::truncated);
                ASSERT_EQ(got.more, more) << k << ' ' << part;
            }
        }
    }
}

TEST(codes, too_many_zeros_are_overlong_as_soon_as_they_are_seen) {
    for (unsigned k = 0; k < 64; ++k) {
        const auto read = [&](bit_reader& in) { return read_exp_golomb(in, k); };
        EXPECT_EQ(read_text(std::string(63 - k, '0'), read).why, reason::truncated);
        const read_result got = read_text(std::string(64 - k, '0'), read);
        EXPECT_EQ(got.why, reason::overlong);
        EXPECT_EQ(got.bit, (8 - (64 - k) % 8) % 8);
        EXPECT_EQ(read_text(std::string(64 - k, '0') + '1', read).why, reason::overlong);
        EXPECT_EQ(read_text(std::string(200, '0'), read).why, reason::overlong);
    }
}

TEST(codes, fixed_and_its_truncation) {
    for (unsigned n = 0; n <= 10; ++n) {
        std::vector<std::string> words;
        for (std::uint64_t x = 0; x < std::uint64_t{1} << n; ++x) words.push_back(digits_text(x, n));
        check_all_prefixes(words, 8, [&](bit_reader& in) { return read_fixed(in, n); });
    }
    EXPECT_EQ(extend_sign(0b10, 2), ~std::uint64_t{1});
    EXPECT_EQ(extend_sign(0b01, 2), 1U);
    EXPECT_EQ(extend_sign(~std::uint64_t{0}, 64), ~std::uint64_t{0});
}

TEST(codes, fill_and_bytes_are_one_code) {
    const auto at_bit = [](const std::vector<std::uint8_t>& bytes, std::uint64_t bit, std::uint64_t count) {
        bit_reader in(bytes);
        in.skip(bit);
        return read_fill(in, count);
    };
    EXPECT_TRUE(at_bit({0x80, 0x68}, 1, 1).ok());
    EXPECT_TRUE(at_bit({0xff}, 1, 0).ok()) << "no bytes, no fill";
    const read_result set = at_bit({0x84, 0x68}, 1, 1);
    EXPECT_EQ(set.why, reason::bad_padding);
    EXPECT_EQ(set.bit, 5U);
    EXPECT_EQ(at_bit({0xff, 0x68}, 1, 3).why, reason::bad_padding) << "told before bytes that lack";
    const read_result lacks = at_bit({0x80, 0x68}, 1, 3);
    EXPECT_EQ(lacks.why, reason::truncated);
    EXPECT_EQ(lacks.bit, 16U);
    EXPECT_EQ(lacks.more, 16U);
    EXPECT_EQ(at_bit({0x80}, 8, 2).more, 16U);
    EXPECT_EQ(at_bit({0x80}, 8, ~std::uint64_t{0} >> 4).why, reason::truncated);
}

TEST(codes, final_fill) {
    const auto at_bit = [](const std::vector<std::uint8_t>& bytes, std::uint64_t bit) {
        bit_reader in(bytes);
        in.skip(bit);
        return read_final_fill(in);
    };
    EXPECT_TRUE(at_bit({0x80}, 1).ok());
    EXPECT_TRUE(at_bit({0xff}, 8).ok());
    EXPECT_EQ(at_bit({0xc0}, 1).bit, 1U);
    EXPECT_EQ(at_bit({0x81}, 1).bit, 7U);
    EXPECT_TRUE(at_bit({0x00}, 0).ok());
    EXPECT_EQ(at_bit({0x10}, 0).bit, 3U);
    EXPECT_EQ(at_bit({0x10}, 0).why, reason::bad_padding);
    EXPECT_EQ(at_bit({}, 0).why, reason::truncated);
    EXPECT_EQ(at_bit({}, 0).more, 8U);
}

}  // namespace
