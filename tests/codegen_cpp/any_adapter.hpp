// Generated adapters in process behind one interface.
#pragma once

#include "conformance/adapter/adapter.hpp"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace tic::test {

class any_adapter {
public:
    any_adapter() = default;
    any_adapter(const any_adapter&) = delete;
    any_adapter& operator=(const any_adapter&) = delete;
    virtual ~any_adapter() = default;
    virtual std::string answer(std::string_view line) = 0;
};

template <class Protocol>
class generated_adapter final : public any_adapter {
public:
    std::string answer(std::string_view line) override { return subject_.answer(line); }

private:
    adapter<Protocol> subject_{};
};

/// Every schema compiled into this test.
struct registered_adapter {
    const char* schema;
    std::unique_ptr<any_adapter> (*make)();
};
std::vector<registered_adapter>& all_adapters();

struct adapter_registration {
    adapter_registration(const char* schema, std::unique_ptr<any_adapter> (*make)()) {
        all_adapters().push_back({schema, make});
    }
};

}  // namespace tic::test
