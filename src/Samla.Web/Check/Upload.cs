using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;
using Samla.Check;

namespace Samla.Web.Check;

/// <summary>
/// The form on the checking page, read into memory. The framework's own reader puts a file of more than 64 kB on disk,
/// and nothing that is checked may be stored.
/// </summary>
internal sealed class Upload
{
    public const string FileField = "rapport";
    public const string OutputField = "visa";

    /// <summary>What is still read, and thrown away, of a file that is too large: a browser shows no answer before it is done sending.</summary>
    private const long MaxRequestBytes = 10L * CheckReport.MaxBytes;

    private const int MaxFields = 16;
    private const int MaxFieldCharacters = 4096;

    private readonly Dictionary<string, StringValues> _fields = new(StringComparer.Ordinal);

    private Upload() { }

    /// <summary>Without its folder; empty where no file was chosen.</summary>
    public string FileName { get; private set; } = "";

    public ReadOnlyMemory<byte> Content { get; private set; }

    public bool IsTooLarge { get; private set; }

    public string Output => _fields.GetValueOrDefault(OutputField).ToString();

    /// <summary>The fields beside the file, in the shape that the framework's check of the form's token reads.</summary>
    public IFormCollection Fields => new FormCollection(_fields);

    /// <summary>Null where the request is no such form.</summary>
    public static async Task<Upload?> Read(HttpRequest request, CancellationToken cancellation)
    {
        if (BoundaryOf(request) is not { } boundary)
        {
            return null;
        }

        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = MaxRequestBytes;
        }

        var upload = new Upload();
        try
        {
            await upload.ReadSections(new MultipartReader(boundary, request.Body), cancellation);
        }
        catch (BadHttpRequestException e) when (e.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            upload.IsTooLarge = true;
        }
        catch (Exception e) when (e is IOException or InvalidDataException)
        {
            return null;
        }

        return upload;
    }

    private static string? BoundaryOf(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
        && type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
        && HeaderUtilities.RemoveQuotes(type.Boundary) is { Length: > 0 } boundary
            ? boundary.ToString()
            : null;

    private async Task ReadSections(MultipartReader reader, CancellationToken cancellation)
    {
        for (var count = 0; count < MaxFields; count++)
        {
            if (await reader.ReadNextSectionAsync(cancellation) is not { } section)
            {
                return;
            }

            if (section.AsFileSection() is { } file)
            {
                await ReadFile(file, cancellation);
            }
            else if (section.AsFormDataSection() is { } field)
            {
                await ReadField(field, cancellation);
            }
        }
    }

    private async Task ReadFile(FileMultipartSection file, CancellationToken cancellation)
    {
        if (file.Name != FileField || file.FileStream is not { } stream)
        {
            return;
        }

        FileName = file.FileName[(file.FileName.LastIndexOfAny(['/', '\\']) + 1)..];
        using var content = new MemoryStream();
        var buffer = new byte[81_920];
        for (int read; (read = await stream.ReadAsync(buffer, cancellation)) > 0; )
        {
            IsTooLarge |= content.Length + read > CheckReport.MaxBytes;
            if (!IsTooLarge)
            {
                content.Write(buffer, 0, read);
            }
        }

        Content = IsTooLarge ? default : content.GetBuffer().AsMemory(0, (int)content.Length);
    }

    private async Task ReadField(FormMultipartSection field, CancellationToken cancellation)
    {
        using var reader = new StreamReader(field.Section.Body);
        var buffer = new char[MaxFieldCharacters];
        var length = await reader.ReadBlockAsync(buffer, cancellation);
        _fields[field.Name] = new string(buffer, 0, length);
    }
}
