using System.Globalization;
using System.Text;
using Samla.Domain;
using Samla.Domain.Collect;

namespace Samla.Reference;

/// <summary>An answer written anew from public facts, with the place of each fact in it.</summary>
/// <param name="Text">The answer.</param>
/// <param name="Passages">Which words say what.</param>
internal sealed record ReconstructedAnswer(string Text, IReadOnlyList<ReconstructedAnswer.Passage> Passages)
{
    /// <param name="Code">The code's key.</param>
    /// <param name="Start">UTF-16 offset.</param>
    /// <param name="Length">UTF-16 length.</param>
    public sealed record Passage(string Code, int Start, int Length);

    /// <summary>Writes a reporter's answer; null where the facts say nothing of it.</summary>
    /// <remarks>The same files always give the same words: the choice of wording depends on names alone.</remarks>
    public static ReconstructedAnswer? Write(
        Sample sample,
        Reporter reporter,
        TemplateFile.RequirementEntry requirement
    )
    {
        var writer = new Writer(sample, reporter);
        var facts = sample.Codebook.Where(code =>
            code.Kind == "leaf" && code.Requirement == requirement.Id && writer.Holds(sample.Facts[code.Id])
        );
        foreach (var group in facts.GroupBy(code => code.Parent))
        {
            writer.BeginParagraph();
            foreach (var code in group)
            {
                writer.Say(code.Id);
            }
        }

        var interventions = sample.Interventions.Where(entry =>
            entry.Requirement == requirement.Id
            && SampleWords.Actors[entry.Actor] == reporter.Kind
            && entry.Regions.Contains(writer.County)
        );
        foreach (var intervention in interventions)
        {
            writer.BeginParagraph();
            writer.Tell(intervention);
        }

        return writer.Finish();
    }

    private sealed class Writer(Sample sample, Reporter reporter)
    {
        private static readonly string[] Openings =
        [
            "Ett exempel är {0}.",
            "Under året har vi arbetat med {0}.",
            "Här vill vi lyfta fram {0}.",
            "Till årets arbete hör {0}.",
            "Även {0} bör nämnas.",
        ];

        private readonly StringBuilder _text = new();
        private readonly List<Passage> _passages = [];
        private bool _beginsParagraph = true;
        private uint _told;

        public string County { get; } = reporter.County!.ToString();

        public bool Holds(FactEntry fact) =>
            !fact.Disputed && SampleWords.Actors[fact.Actor] == reporter.Kind && fact.Regions.Contains(County);

        public void BeginParagraph() => _beginsParagraph = true;

        public void Say(string code)
        {
            var sentences = sample.Wordings[code];
            // Neighbours in a list take the wordings in turn, from a start that differs between codes.
            var turn = sample.Facts[code].Regions.Index().First(region => region.Item == County).Index;
            var sentence = Fill(sentences[(int)((Hash(code) + (uint)turn) % (uint)sentences.Count)]);
            Separate();
            _passages.Add(new Passage(code, _text.Length, sentence.Length));
            _text.Append(sentence);
        }

        public void Tell(InterventionEntry entry)
        {
            Separate();
            // In turn, so that two interventions after one another do not begin alike.
            var opening = Openings[((Hash(entry.Requirement + County) % 100) + _told++) % (uint)Openings.Length];
            var name = entry.ProperName ? entry.Name.TrimEnd('.', '?') : $"insatsen {entry.Name}";
            _text.AppendFormat(CultureInfo.InvariantCulture, opening, name).Append(' ').Append(entry.Summary);
            foreach (var output in entry.Outputs)
            {
                _text.Append(CultureInfo.InvariantCulture, $" Prestation: {Lowered(output.Text)}{Amount(output)}.");
            }

            foreach (var outcome in entry.Outcomes)
            {
                _text.Append(CultureInfo.InvariantCulture, $" {State(outcome)}: {Lowered(outcome.Text).TrimEnd('.')}.");
            }
        }

        public ReconstructedAnswer? Finish() =>
            _text.Length == 0 ? null : new ReconstructedAnswer(_text.ToString(), _passages);

        private void Separate()
        {
            if (_text.Length > 0)
            {
                _text.Append(_beginsParagraph ? "\n\n" : " ");
            }

            _beginsParagraph = false;
        }

        private string Fill(string sentence)
        {
            var region = Regions.Of(reporter.County!);
            return sentence
                .Replace("{region}", reporter.Name, StringComparison.Ordinal)
                .Replace("{läns}", SwedishText.Genitive(region.County), StringComparison.Ordinal)
                .Replace("{län}", region.County, StringComparison.Ordinal);
        }

        private static string Amount(InterventionEntry.OutputEntry output) =>
            output.Quantity is { } quantity
                ? $"{Comma(output.Text)} {quantity.ToString("#,0.##", SwedishFigures)} {output.Unit}".TrimEnd()
                : "";

        // "svar från invånare, nära 1 000 personer" has its comma already.
        private static string Comma(string text) =>
            text.EndsWith("cirka", StringComparison.Ordinal) || text.EndsWith("nära", StringComparison.Ordinal)
                ? ""
                : ",";

        private static string State(InterventionEntry.OutcomeEntry outcome) =>
            SampleWords.OutcomeStates[outcome.State] switch
            {
                OutcomeState.Expected => "Effekt som väntas",
                OutcomeState.Achieved => "Effekt som har uppnåtts",
                OutcomeState.TooEarly => "För tidigt att säga",
                OutcomeState.Unknown => "Effekt",
            };

        // A word in capitals, such as a name in letters, keeps them.
        private static string Lowered(string text) =>
            text is [var first, var second, ..] && char.IsLower(second)
                ? char.ToLowerInvariant(first) + text[1..]
                : text;

        private static readonly NumberFormatInfo SwedishFigures = new()
        {
            NumberGroupSeparator = "\u00A0",
            NumberDecimalSeparator = ",",
        };

        /// <summary>FNV-1a: the same on every machine and in every run, unlike string.GetHashCode.</summary>
        private static uint Hash(string text) =>
            text.Aggregate(2_166_136_261u, (hash, sign) => unchecked((hash ^ sign) * 16_777_619u));
    }
}
