using Microsoft.AspNetCore.Http.Features;

namespace Samla.Web.Collect;

/// <summary>A form with a file, within limits of its own: all of it is held in memory and none on disk.</summary>
internal static class FormInMemory
{
    /// <summary>Null where the form is larger than it may be, or broken.</summary>
    public static async Task<IFormCollection?> Read(HttpContext http, int mostBytes, CancellationToken cancellation)
    {
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = 10L * mostBytes; // a browser shows no answer before it is done sending
        }

        var options = new FormOptions
        {
            MemoryBufferThreshold = mostBytes,
            MultipartBodyLengthLimit = mostBytes,
            ValueLengthLimit = mostBytes,
            ValueCountLimit = 10_000,
        };
        var feature = new FormFeature(http.Request, options);
        http.Features.Set<IFormFeature>(feature);
        try
        {
            return await feature.ReadFormAsync(cancellation);
        }
        catch (Exception exception) when (exception is InvalidDataException or BadHttpRequestException)
        {
            http.Features.Set<IFormFeature>(new FormFeature(FormCollection.Empty));
            return null;
        }
    }

    /// <summary>A file that was sent, of which the size is known to be bearable.</summary>
    public static async Task<byte[]> BytesOf(IFormFile file, CancellationToken cancellation)
    {
        using var content = new MemoryStream();
        await file.CopyToAsync(content, cancellation);
        return content.ToArray();
    }

    /// <summary>A file that a page carried along in a field; null where there is none, or not as it was written.</summary>
    public static byte[]? BytesOf(string? text)
    {
        var bytes = new byte[(text?.Length ?? 0) * 3 / 4];
        return text?.Length > 0 && Convert.TryFromBase64String(text, bytes, out var count) ? bytes[..count] : null;
    }
}
