using System.Security.Cryptography;
using System.Text;

namespace Samla.Analyse.Exchange;

/// <summary>Ids made of names (UUID version 5, RFC 9562), so that the same thing has the same id in every file.</summary>
public static class NamedGuid
{
    // Version 5 is defined by SHA-1. Nothing here is secret, and nobody gains by two names with one id.
#pragma warning disable CA5350
    /// <param name="space">What the name is unique in.</param>
    /// <param name="name">The name.</param>
    public static Guid Of(Guid space, string name)
    {
        Span<byte> hash = stackalloc byte[SHA1.HashSizeInBytes];
        SHA1.HashData([.. space.ToByteArray(bigEndian: true), .. Encoding.UTF8.GetBytes(name)], hash);
#pragma warning restore CA5350
        hash[6] = (byte)((hash[6] & 0x0F) | 0x50);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash[..16], bigEndian: true);
    }
}
