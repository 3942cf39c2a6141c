// Self-signed certificates for tests, written to files of a folder that goes away.
#pragma once

#include <filesystem>
#include <string>

namespace tic::net::tests {

class certificate {
public:
    /// For `localhost` and 127.0.0.1, of a fresh key.
    certificate();
    certificate(const certificate&) = delete;
    certificate& operator=(const certificate&) = delete;
    ~certificate();

    [[nodiscard]] std::string file() const { return (folder_ / "certificate.pem").string(); }
    [[nodiscard]] std::string key() const { return (folder_ / "key.pem").string(); }
    [[nodiscard]] const std::string& sha256() const { return sha256_; }
    /// Another key and certificate in the same files.
    void renew();

private:
    std::filesystem::path folder_;
    std::string sha256_;
};

}  // namespace tic::net::tests
