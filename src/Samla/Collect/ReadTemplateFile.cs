using System.Text;
using Samla.Collect.Word;
using Samla.Common;
using Samla.Reference;

namespace Samla.Collect;

/// <summary>Reads a template that somebody has changed in Word or LibreOffice. Nothing in the file is run, and nothing in it is guessed.</summary>
public sealed class ReadTemplateFile
{
    /// <summary>The largest file that is read.</summary>
    public const int MaxBytes = WordParts.MaxBytes;

    /// <summary>What is said of a larger one.</summary>
    public static string TooLarge => WordParts.TooLarge;

    /// <summary>Whether a file begins as Word files do, or as what people take for one; YAML never does.</summary>
    public static bool IsWord(ReadOnlySpan<byte> file) =>
        file
            is [0x50, 0x4B, 0x03, 0x04, ..]
                or [0xD0, 0xCF, 0x11, 0xE0, ..]
                or [0x25, 0x50, 0x44, 0x46, ..]
                or [0x7B, 0x5C, 0x72, 0x74, 0x66, ..];

    public Outcome Run(ReadOnlyMemory<byte> file)
    {
        var (parts, trouble) = WordParts.Read(file);
        if (parts is null)
        {
            return new Outcome.Refused([trouble!]);
        }

        var (template, errors) = TemplateDocxReader.Read(parts);
        return template is null ? new Outcome.Refused(errors) : new Outcome.Read(template);
    }

    public abstract record Outcome
    {
        private Outcome() { }

        /// <summary>What the file says. Whether it holds together is looked into where it is put in.</summary>
        public sealed record Read(TemplateFile File) : Outcome
        {
            /// <summary>As <see cref="ImportTemplate"/> takes it.</summary>
            public byte[] ToYaml() => Encoding.UTF8.GetBytes(YamlWriter.Write(File, DataFolder.Strict));
        }

        /// <param name="Errors">At least one: where, what is wrong and what to do, in Swedish.</param>
        public sealed record Refused(IReadOnlyList<string> Errors) : Outcome;
    }
}
