// Makes keys and certificates with OpenSSL.
#include "tests/net/certificate.hpp"

#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

#include <cstdio>
#include <cstdlib>
#include <memory>
#include <stdexcept>

namespace tic::net::tests {
namespace {

template <class T, auto Free>
struct freed {
    void operator()(T* one) const { Free(one); }
};
template <class T, auto Free>
using owned = std::unique_ptr<T, freed<T, Free>>;

void check(bool good) {
    if (!good) throw std::runtime_error("no certificate could be made");
}

void add_name(X509* made) {
    owned<X509_EXTENSION, X509_EXTENSION_free> names(
        X509V3_EXT_conf_nid(nullptr, nullptr, NID_subject_alt_name, "DNS:localhost,IP:127.0.0.1"));
    check(names != nullptr && X509_add_ext(made, names.get(), -1) == 1);
}

}  // namespace

certificate::certificate() {
    std::string pattern = (std::filesystem::temp_directory_path() / "tic-certificate-XXXXXX").string();
    check(mkdtemp(pattern.data()) != nullptr);
    folder_ = pattern;
    renew();
}

certificate::~certificate() {
    std::error_code ignored;
    std::filesystem::remove_all(folder_, ignored);
}

void certificate::renew() {
    const owned<EVP_PKEY, EVP_PKEY_free> made_key(EVP_EC_gen("P-256"));
    const owned<X509, X509_free> made(X509_new());
    check(made_key != nullptr && made != nullptr);
    X509_set_version(made.get(), 2);
    ASN1_INTEGER_set(X509_get_serialNumber(made.get()), 1);
    X509_gmtime_adj(X509_getm_notBefore(made.get()), -3600);
    X509_gmtime_adj(X509_getm_notAfter(made.get()), 24L * 3600);
    X509_set_pubkey(made.get(), made_key.get());
    X509_NAME* const name = X509_get_subject_name(made.get());
    X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_ASC, reinterpret_cast<const unsigned char*>("localhost"), -1, -1,
                               0);
    X509_set_issuer_name(made.get(), name);
    add_name(made.get());
    check(X509_sign(made.get(), made_key.get(), EVP_sha256()) > 0);
    const owned<BIO, BIO_free_all> certificate_file(BIO_new_file(file().c_str(), "w"));
    const owned<BIO, BIO_free_all> key_file(BIO_new_file(key().c_str(), "w"));
    check(PEM_write_bio_X509(certificate_file.get(), made.get()) == 1);
    check(PEM_write_bio_PrivateKey(key_file.get(), made_key.get(), nullptr, nullptr, 0, nullptr, nullptr) == 1);
    unsigned char digest[EVP_MAX_MD_SIZE];
    unsigned size = 0;
    X509_digest(made.get(), EVP_sha256(), digest, &size);
    sha256_.clear();
    for (unsigned i = 0; i < size; ++i) {
        char hex[3];
        std::snprintf(hex, sizeof hex, "%02x", static_cast<unsigned>(digest[i]));
        sha256_ += hex;
    }
}

}  // namespace tic::net::tests
