using CsCheck;
using Samla.Analyse.Model;
using Samla.Domain;
using Samla.Domain.Analyse;
using Samla.Domain.Collect;
using Samla.Tests.Testing;

namespace Samla.Tests.Analyse.Model;

public sealed class ModelReadingTests
{
    private const string Text =
        "Vi gör om strategin. Målen följs upp varje år, och ”klimatet” först. 🌲 Och sedan: målen.";
    private const string Said =
        """{"forslag": [{"kod": "gor-om", "citat": "gör om strategin", "skal": "Så står det."}]}""";

    private static readonly Code[] Codes = [Named("gor-om"), Named("foljer-upp")];

    [Theory]
    [InlineData(Said)]
    [InlineData($"```json\n{Said}\n```")]
    [InlineData($"Visst! Här är mina förslag [1]:\n{Said}\nSäg till om {{mer}} behövs.")]
    [InlineData($"<think>{{\"forslag\": []}} räcker inte</think>{Said}")]
    [InlineData("""[{"kod": "gor-om", "citat": "gör om strategin", "skal": "Så står det.",},]""")]
    [InlineData(
        """{"forslag": [{"kod": " gor-om", "citat": "\n gör om strategin ", "skal": "Så står\ndet."}], "annat": 1}"""
    )]
    public void Suggestions_are_found_whatever_stands_around_them(string answer)
    {
        var reading = ModelReading.Of(answer, Text, Codes);

        Assert.Equal(
            new ModelSuggestion(Codes[0].Id, 3, "gör om strategin", "Så står det."),
            Assert.Single(reading!.Kept)
        );
        Assert.Empty(reading.Thrown);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Nej.")]
    [InlineData("{")]
    [InlineData("[1, 2]")]
    [InlineData("[]")]
    [InlineData("""{"forslag": "gor-om"}""")]
    [InlineData("""{"kod": "gor-om", "citat": "gör om strategin"}""")]
    [InlineData("""{"forslag": [{"kod": "gor-om", "citat": "gör om strategin"}, {"kod": "fol""")]
    public void What_is_not_in_the_form_is_no_answer(string answer) =>
        Assert.Null(ModelReading.Of(answer, Text, Codes));

    [Theory]
    [InlineData("Gör om strategin", ThrownAway.NotVerbatim)]
    [InlineData("gör  om strategin", ThrownAway.NotVerbatim)]
    [InlineData("\"klimatet\"", ThrownAway.NotVerbatim)]
    [InlineData("gör om strategin i grunden", ThrownAway.NotVerbatim)]
    [InlineData("ålen", ThrownAway.AtSeveralPlaces)]
    [InlineData(" ", ThrownAway.Incomplete)]
    // Half a sign.
    [InlineData("""\ud83c""", ThrownAway.Incomplete)]
    public void A_quote_stands_once_letter_by_letter_or_goes(string quote, ThrownAway reason)
    {
        var word = quote.Replace("\"", "\\\"", StringComparison.Ordinal);
        var reading = ModelReading.Of($$"""{"forslag": [{"kod": "gor-om", "citat": "{{word}}"}]}""", Text, Codes);

        Assert.Empty(reading!.Kept);
        Assert.Equal([reason], reading.Thrown);
    }

    [Fact]
    public void More_than_anybody_would_look_at_goes()
    {
        var text = string.Join(' ', Enumerable.Range(100, 40).Select(number => $"ord{number}"));
        var said = FakeModel.Suggestions([
            .. Enumerable.Range(100, 40).Select(number => ((string?)"gor-om", (string?)$"ord{number}")),
        ]);

        var reading = ModelReading.Of(said, text, Codes)!;

        Assert.Equal(ModelReading.MostKept, reading.Kept.Count);
        Assert.Equal(Enumerable.Repeat(ThrownAway.TooMany, 10), reading.Thrown);
    }

    [Fact]
    public void A_long_reason_is_cut_and_stands_on_one_line()
    {
        var reading = ModelReading.Of(
            $$"""{"forslag": [{"kod": "gor-om", "citat": "strategin", "skal": "{{new string('a', 5_000)}}"}]}""",
            Text,
            Codes
        );

        Assert.InRange(Assert.Single(reading!.Kept).Why.Length, 300, 310);
    }

    /// <summary>Whatever an answer says, what comes out of it stands in the text and in the codebook.</summary>
    [Fact]
    public void Nothing_comes_out_that_is_not_in_the_text_and_the_codebook() =>
        Gen.Select(
                Gen.OneOf(Gen.Const("gor-om"), Gen.Const("foljer-upp"), Gen.Const("annan"), Gen.Const("")),
                Gen.Int[0, Text.Length],
                Gen.Int[0, 20],
                Gen.String
            )
            .Array[0, 8]
            .Sample(items =>
            {
                var said = FakeModel.Suggestions([
                    .. items.Select(item =>
                        (
                            (string?)item.Item1,
                            (string?)(
                                item.Item3 == 0
                                    ? item.Item4
                                    : Text[item.Item2..Math.Min(Text.Length, item.Item2 + item.Item3)]
                            )
                        )
                    ),
                ]);
                var reading = ModelReading.Of(said, Text, Codes)!;
                return reading.Kept.Count + reading.Thrown.Count == items.Length
                    && reading.Kept.All(one =>
                        Codes.Any(code => code.Id == one.Code)
                        && Text.IndexOf(one.Quote, StringComparison.Ordinal) == one.Start
                        && Text.LastIndexOf(one.Quote, StringComparison.Ordinal) == one.Start
                    );
            });

    private static Code Named(string key) =>
        new()
        {
            RoundId = Sample2023.Round,
            Id = Key<Code>.Parse(key, null),
            ParentId = null,
            Kind = CodeKind.Leaf,
            Order = 0,
            Label = key,
            Definition = "",
            RequirementId = Sample2023.Strategy,
            Subject = ReporterKind.Region,
            Withheld = null,
        };
}
