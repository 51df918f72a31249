using Samla.Domain.Check;

namespace Samla.Check;

/// <summary>Checks a published report: reads the file, understands it and judges it by every rule. Nothing is kept.</summary>
public sealed class CheckReport
{
    /// <summary>The largest file that is read, in bytes.</summary>
    public const int MaxBytes = 20 * 1024 * 1024;

    /// <summary>Checks a file.</summary>
    /// <param name="name">File name; its extension tells the format (.txt, .md).</param>
    /// <param name="content">The file's bytes.</param>
    /// <param name="cancellation">Stops between the steps.</param>
    public Outcome Run(string name, ReadOnlyMemory<byte> content, CancellationToken cancellation) =>
        throw new NotImplementedException();

    public abstract record Outcome
    {
        private Outcome() { }

        /// <summary>The report was read and judged.</summary>
        /// <param name="Report">What was understood.</param>
        /// <param name="Findings">In the order of the text.</param>
        public sealed record Checked(PublishedReport Report, IReadOnlyList<Finding> Findings) : Outcome;

        /// <summary>The file could not be read.</summary>
        /// <param name="Message">What is wrong and what to do, in Swedish.</param>
        public sealed record Unreadable(string Message) : Outcome;
    }
}
