// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/linkis/passwordcipher.h"

#include <QCoreApplication>

#include <openssl/evp.h>
#include <openssl/rsa.h>
#include <openssl/x509.h>

#include <memory>

namespace millrace::linkis {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(LinkisLogin)
};

struct KeyDeleter {
    void operator()(EVP_PKEY* key) const { EVP_PKEY_free(key); }
};

struct ContextDeleter {
    void operator()(EVP_PKEY_CTX* context) const { EVP_PKEY_CTX_free(context); }
};

} // namespace

Result<QString> encryptedPassword(const QString& password, const QByteArray& key)
{
    const QByteArray der = QByteArray::fromBase64(key);
    const auto* bytes = reinterpret_cast<const unsigned char*>(der.constData());
    const std::unique_ptr<EVP_PKEY, KeyDeleter> publicKey(d2i_PUBKEY(nullptr, &bytes, long(der.size())));
    if (!publicKey) {
        return failure(ErrorKind::Protocol, Texts::tr("The server sent a key for the password that cannot be read."));
    }
    const std::unique_ptr<EVP_PKEY_CTX, ContextDeleter> context(EVP_PKEY_CTX_new(publicKey.get(), nullptr));
    const QByteArray plain = password.toUtf8();
    const auto* text = reinterpret_cast<const unsigned char*>(plain.constData());
    size_t size = 0;
    const bool ready = context && EVP_PKEY_encrypt_init(context.get()) > 0
        && EVP_PKEY_CTX_set_rsa_padding(context.get(), RSA_PKCS1_PADDING) > 0
        && EVP_PKEY_encrypt(context.get(), nullptr, &size, text, size_t(plain.size())) > 0;
    QByteArray cipher(qsizetype(size), Qt::Uninitialized);
    if (!ready
        || EVP_PKEY_encrypt(
               context.get(), reinterpret_cast<unsigned char*>(cipher.data()), &size, text, size_t(plain.size()))
            <= 0) {
        return failure(ErrorKind::Protocol,
            Texts::tr("The password cannot be encrypted with the key of the server: it may be too long for it."));
    }
    cipher.truncate(qsizetype(size));
    return QString::fromLatin1(cipher.toBase64());
}

} // namespace millrace::linkis
