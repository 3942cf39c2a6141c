// Who is signed in: a name is for one connection at a time.
#pragma once

#include <mutex>
#include <set>
#include <string>

class name_list {
public:
    /// False where somebody has it.
    [[nodiscard]] bool take(const std::string& name) {
        const std::lock_guard held(lock_);
        return names_.insert(name).second;
    }
    void give_back(const std::string& name) {
        const std::lock_guard held(lock_);
        names_.erase(name);
    }

private:
    std::mutex lock_;
    std::set<std::string> names_;
};
