using System.IO.Compression;
using System.Text.Json;
using Samla.Collect;
using Samla.Domain;
using Samla.Domain.Collect;

namespace Samla.Web.Collect;

/// <summary>
/// What was read of a file, as a hidden field of the page that shows it: nothing is kept here until somebody has seen it and
/// said yes. It is the sender's own text, and is planned anew when it comes back.
/// </summary>
internal static class FileInForm
{
    /// <summary>The most signs that a field of a form may have.</summary>
    public const int MostSigns = 4_000_000;

    private const int MostBytes = 50 * 1024 * 1024;

    private static readonly JsonSerializerOptions Options = new()
    {
        Converters = { new KeyJson<Round>(), new KeyJson<Reporter>(), new KeyJson<Requirement>() },
    };

    public static string Write(SubmissionFile file)
    {
        using var packed = new MemoryStream();
        using (var zip = new GZipStream(packed, CompressionLevel.Fastest))
        {
            JsonSerializer.Serialize(zip, file, Options);
        }

        return Convert.ToBase64String(packed.ToArray());
    }

    /// <summary>Null where it is not as it was written.</summary>
    public static SubmissionFile? Read(string field)
    {
        try
        {
            using var zip = new GZipStream(
                new MemoryStream(Convert.FromBase64String(field)),
                CompressionMode.Decompress
            );
            using var json = new MemoryStream();
            var buffer = new byte[81_920];
            for (int read; (read = zip.Read(buffer)) > 0; )
            {
                if (json.Length + read > MostBytes)
                {
                    return null;
                }

                json.Write(buffer, 0, read);
            }

            return JsonSerializer.Deserialize<SubmissionFile>(json.GetBuffer().AsSpan(0, (int)json.Length), Options);
        }
        catch (Exception broken) when (broken is FormatException or InvalidDataException or JsonException)
        {
            return null;
        }
    }
}
