// The one line that everybody reads.
#include "conformance/report/reports.hpp"

namespace tic::conformance {

std::string headline(const run_end& all) {
    std::string text;
    const auto add = [&](verdict v, bool always) {
        if (!always && all.of(v) == 0) return;
        text += (text.empty() ? "" : ", ") + std::to_string(all.of(v)) + ' ' + std::string(name_of(v));
    };
    add(verdict::pass, true);
    add(verdict::lenient, false);
    add(verdict::xfail, true);
    add(verdict::fail, true);
    for (const auto v : {verdict::crash, verdict::timeout, verdict::flaky, verdict::xpass}) add(v, false);
    add(verdict::unsupported, true);
    if (!all.unsupported.empty()) {
        constexpr std::size_t most = 4;
        text += " (";
        for (std::size_t i = 0; i < all.unsupported.size() && i < most; ++i)
            text += (i == 0 ? "" : ", ") + all.unsupported[i];
        text += all.unsupported.size() > most ? ", ...)" : ")";
    }
    add(verdict::not_run, true);
    return text;
}

}  // namespace tic::conformance
