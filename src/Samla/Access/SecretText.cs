using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Samla.Access;

/// <summary>Texts that nobody can guess, and their hashes.</summary>
public static class SecretText
{
    private const int Bytes = 24;

    /// <summary>192 bits by chance, in characters that an address can hold.</summary>
    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>SHA-256 in hexadecimal. No salt: what is hashed is by chance and long.</summary>
    public static string HashOf(string secret) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    /// <summary>Compares without telling by the time it takes how much was right.</summary>
    public static bool Same(string one, string other) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(one), Encoding.UTF8.GetBytes(other));
}
