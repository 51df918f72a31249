using Samla.Domain;
using Samla.Domain.Collect;

namespace Samla.Analyse.Exchange;

/// <summary>A file of the standard REFI-QDA as it was read: a whole project (.qdpx) or a codebook (.qdc).</summary>
public abstract record ExchangeFile
{
    /// <summary>The largest file that is read, in bytes.</summary>
    public const int MaxBytes = QdpxPackage.MaxBytes;

    private ExchangeFile() { }

    /// <summary>The round that the file says it is of; null where it says none, or several.</summary>
    public abstract Key<Round>? Round { get; }

    /// <summary>Writes it anew, with nothing but what was read.</summary>
    public abstract void Write(Stream output);

    /// <summary>What a file is, is told by its content; its name only where the content says nothing.</summary>
    public static ExchangeOutcome<ExchangeFile> Read(string name, ReadOnlyMemory<byte> content)
    {
        var isCodebook =
            !content.Span.StartsWith("PK"u8)
            && (content.Span.IndexOf("<CodeBook"u8) >= 0 || name.EndsWith(".qdc", StringComparison.OrdinalIgnoreCase));
        return isCodebook
            ? As(QdcReader.Read(name, content), codes => new Codebook(codes))
            : As(QdpxReader.Read(name, content), project => new Project(project));
    }

    private static ExchangeOutcome<ExchangeFile> As<T>(ExchangeOutcome<T> outcome, Func<T, ExchangeFile> file) =>
        outcome switch
        {
            ExchangeOutcome<T>.Read(var content, var report) => new ExchangeOutcome<ExchangeFile>.Read(
                file(content),
                report
            ),
            ExchangeOutcome<T>.Refused(var message) => new ExchangeOutcome<ExchangeFile>.Refused(message),
            _ => throw new NotSupportedException(),
        };

    /// <summary>Texts, codes, and who coded what.</summary>
    public sealed record Project(ExchangeProject Content) : ExchangeFile
    {
        /// <inheritdoc/>
        public override Key<Round>? Round
        {
            get
            {
                var said = Content
                    .Sources.SelectMany(source => source.Values)
                    .Concat(Content.Cases.SelectMany(one => one.Values))
                    .Where(value => value.Variable == ExchangeIds.Round)
                    .Select(value => value.Value)
                    .Distinct(StringComparer.Ordinal)
                    .ToList();
                return said is [var only] && Key<Round>.TryParse(only, null, out var round) ? round : null;
            }
        }

        /// <inheritdoc/>
        public override void Write(Stream output) => QdpxWriter.Write(output, Content);
    }

    /// <summary>Codes alone.</summary>
    public sealed record Codebook(IReadOnlyList<ExchangeCode> Codes) : ExchangeFile
    {
        /// <inheritdoc/>
        public override Key<Round>? Round => null;

        /// <inheritdoc/>
        public override void Write(Stream output) => QdcWriter.Write(output, Codes);
    }
}
