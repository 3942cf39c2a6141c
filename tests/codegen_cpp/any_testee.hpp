// Generated testees in process behind one interface.
#pragma once

#include <tic/testee.hpp>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace tic::test {

class any_testee {
public:
    any_testee() = default;
    any_testee(const any_testee&) = delete;
    any_testee& operator=(const any_testee&) = delete;
    virtual ~any_testee() = default;
    virtual std::string answer(std::string_view line) = 0;
};

template <class Protocol>
class generated_testee final : public any_testee {
public:
    std::string answer(std::string_view line) override { return subject_.answer(line); }

private:
    testee<Protocol> subject_{};
};

/// Every schema compiled into this test.
struct registered_testee {
    const char* schema;
    std::unique_ptr<any_testee> (*make)();
};
std::vector<registered_testee>& all_testees();

struct testee_registration {
    testee_registration(const char* schema, std::unique_ptr<any_testee> (*make)()) {
        all_testees().push_back({schema, make});
    }
};

}  // namespace tic::test
