// Answers every request as soon as it is sent.
#include "conformance/implementation/function.hpp"

#include <utility>

namespace tic::conformance {
namespace {

class function_implementation final : public implementation {
public:
    explicit function_implementation(answerer answer) : answer_(std::move(answer)) {}

    void send(std::string_view lines) override {
        if (read_ == answers_.size()) {
            answers_.clear();
            read_ = 0;
        }
        while (!lines.empty()) {
            const auto end = lines.find('\n');
            const auto before = answers_.size();
            answer_(lines.substr(0, end), answers_);
            if (answers_.size() != before) answers_ += '\n';
            if (end == std::string_view::npos) break;
            lines.remove_prefix(end + 1);
        }
    }

    received receive(clock::time_point) override {
        const auto end = answers_.find('\n', read_);
        if (end == std::string::npos) return {};
        const received got{received::kind::line, std::string_view(answers_).substr(read_, end - read_)};
        read_ = end + 1;
        return got;
    }

    std::string finish() override { return {}; }

private:
    answerer answer_;
    std::string answers_;
    std::size_t read_ = 0;
};

}  // namespace

std::unique_ptr<implementation> around(answerer answer) {
    return std::make_unique<function_implementation>(std::move(answer));
}

}  // namespace tic::conformance
