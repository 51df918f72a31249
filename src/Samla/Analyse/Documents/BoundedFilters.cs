using System.IO.Compression;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Tokens;

namespace Samla.Analyse.Documents;

/// <summary>The filters that unpack what is packed in one PDF, as long as it does not become too much.</summary>
internal sealed class BoundedFilters : IFilterProvider
{
    /// <summary>What one stream may become, and all of them. A page's own is some hundred kilobytes.</summary>
    private const long MostOfOne = 100L * 1024 * 1024;
    private const long MostOfAll = 1_000L * 1024 * 1024;

    /// <summary>These grow at most so many times; the common one, Flate, is counted instead.</summary>
    private const long MostTimes = 1_500;

    private readonly IFilterProvider _inner = DefaultFilterProvider.Instance;
    private long _left = MostOfAll;

    /// <summary>Whether something was not unpacked since it would have become too much.</summary>
    public bool IsTooMuch { get; private set; }

    public IReadOnlyList<IFilter> GetFilters(DictionaryToken dictionary) => Bounded(_inner.GetFilters(dictionary));

    public IReadOnlyList<IFilter> GetNamedFilters(IReadOnlyList<NameToken> names) =>
        Bounded(_inner.GetNamedFilters(names));

    public IReadOnlyList<IFilter> GetAllFilters() => Bounded(_inner.GetAllFilters());

    private List<IFilter> Bounded(IReadOnlyList<IFilter> filters) =>
        [.. filters.Select(filter => new Filter(filter, this))];

    private void Check(IFilter filter, Memory<byte> packed)
    {
        var bytes = filter switch
        {
            FlateFilter => Inflated(packed),
            LzwFilter or RunLengthFilter => packed.Length * MostTimes,
            _ => packed.Length,
        };
        _left -= bytes;
        if (bytes > MostOfOne || _left < 0)
        {
            IsTooMuch = true;
            throw new InvalidDataException("The file unpacks to too much.");
        }
    }

    /// <summary>How many bytes it becomes; it is twice the work, but the library has no limit of its own.</summary>
    private static long Inflated(Memory<byte> packed)
    {
        const int HeaderBytes = 2;
        var all = 0L;
        if (packed.Length <= HeaderBytes)
        {
            return all;
        }

        using var bytes = new MemoryStream(packed[HeaderBytes..].ToArray(), writable: false);
        using var unpacked = new DeflateStream(bytes, CompressionMode.Decompress);
        var buffer = new byte[81_920];
        try
        {
            for (int read; all <= MostOfOne && (read = unpacked.Read(buffer)) > 0; )
            {
                all += read;
            }
        }
        catch (InvalidDataException)
        {
            // Broken at its end, as many are; the library makes what it can of it.
        }

        return all;
    }

    private sealed class Filter(IFilter inner, BoundedFilters bounds) : IFilter
    {
        public bool IsSupported => inner.IsSupported;

        public Memory<byte> Decode(
            Memory<byte> input,
            DictionaryToken streamDictionary,
            IFilterProvider filterProvider,
            int filterIndex
        )
        {
            bounds.Check(inner, input);
            return inner.Decode(input, streamDictionary, filterProvider, filterIndex);
        }
    }
}
