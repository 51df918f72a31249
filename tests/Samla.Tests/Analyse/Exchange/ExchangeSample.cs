using System.Text.Json;
using CsCheck;
using Samla.Analyse.Exchange;
using Samla.Tests.Testing;

namespace Samla.Tests.Analyse.Exchange;

/// <summary>Made-up projects to exchange.</summary>
internal static class ExchangeSample
{
    public static readonly Guid Anna = Id(1, 1);
    public static readonly Guid Money = Id(2, 1);
    public static readonly Guid Skills = Id(2, 2);

    // Letters of one and two code units, one of two code points, a family of seven, and ends of lines.
    private static readonly string[] Signs = ["a", "b", "å", "e\u0301", "🌾", "👩🏽‍🌾", " ", "  ", "\n", "<&\">"];

    public static Gen<ExchangeProject> Any { get; } = Gen.Int[0, int.MaxValue].Select(number => Made(new Dice(number)));

    public static ExchangeProject Of(string text, params ExchangeSelection[] selections) =>
        new(
            "Prov",
            [new(Anna, "Anna")],
            [new(Money, "Finansiering", null, null, true, []), new(Skills, "Kompetens", null, null, true, [])],
            [],
            [],
            [new(Id(3, 1), "Svar", text, selections, [], [])]
        );

    /// <summary>The words of a text, coded by Anna.</summary>
    public static ExchangeSelection Words(string text, string words, params Guid[] codes)
    {
        var start = text.IndexOf(words, StringComparison.Ordinal);
        return new(
            Id(4, start + 1),
            words,
            start,
            start + words.Length,
            Anna,
            null,
            [.. codes.Select((code, at) => new ExchangeCoding(Id(5 + at, start + 1), code, Anna, null))]
        );
    }

    /// <summary>Records hold lists, which are not equal by what is in them; what they are written as is.</summary>
    public static string Written(object content) => JsonSerializer.Serialize(content, JsonSerializerOptions.Web);

    public static byte[] Qdpx(ExchangeProject project)
    {
        using var output = new MemoryStream();
        QdpxWriter.Write(output, project);
        return output.ToArray();
    }

    public static ExchangeOutcome<ExchangeProject>.Read Read(byte[] file) =>
        QdpxReader.Read("prov.qdpx", file) switch
        {
            ExchangeOutcome<ExchangeProject>.Read read => read,
            ExchangeOutcome<ExchangeProject>.Refused refused => throw new InvalidOperationException(refused.Message),
            var other => throw new NotSupportedException(other.ToString()),
        };

    public static string Refusal(byte[] file) =>
        Assert.IsType<ExchangeOutcome<ExchangeProject>.Refused>(QdpxReader.Read("prov.qdpx", file)).Message;

    private static Guid Id(int kind, int number) => Guid.Parse($"{kind:x8}-00ab-00cd-8000-{number:x12}");

    private static ExchangeProject Made(Dice dice)
    {
        List<ExchangeUser> users = [.. Some(dice, 3, at => new ExchangeUser(Id(1, at), Title(dice)))];
        var number = 0;
        List<ExchangeCode> codes = [.. Some(dice, 3, _ => Code(dice, 2, users, ref number))];
        List<ExchangeVariable> variables =
        [
            .. Some(
                dice,
                3,
                at => new ExchangeVariable(Id(3, at), Title(dice), dice.Pick(Enum.GetValues<ExchangeType>()))
            ),
        ];
        List<Guid> codable = [.. Enumerable.Range(1, number).Select(at => Id(2, at))];
        List<ExchangeSource> sources = [.. Some(dice, 3, at => Source(dice, at, users, codable, variables))];
        List<ExchangeCase> cases =
        [
            .. Some(
                dice,
                2,
                at => new ExchangeCase(
                    Id(8, at),
                    Title(dice),
                    Values(dice, variables),
                    [.. sources.Where(_ => dice.Throw(2) == 0).Select(source => source.Id)]
                )
            ),
        ];
        return new(
            Title(dice),
            users,
            codes,
            variables,
            [.. cases.Select((one, at) => one with { Codes = CaseCodes(dice, at + 1, users, codable) })],
            sources
        )
        {
            Sets =
            [
                .. Some(
                    dice,
                    2,
                    at => new ExchangeSet(
                        Id(10, at),
                        Title(dice),
                        [.. sources.Where(_ => dice.Throw(2) == 0).Select(source => source.Id)],
                        [Note(dice, 400 + at, users)]
                    )
                ),
            ],
        };
    }

    /// <summary>A code with a reason once or twice, and another without.</summary>
    private static List<ExchangeCaseCode> CaseCodes(
        Dice dice,
        int number,
        List<ExchangeUser> users,
        List<Guid> codes
    ) =>
        codes.Count < 2 || dice.Throw(2) == 0
            ? []
            :
            [
                new(Id(9, number), codes[0], Note(dice, 500 + number, users)),
                new(Id(9, 50 + number), codes[0], Note(dice, 550 + number, users)),
                new(NamedGuid.Of(Id(8, number), codes[1].ToString()), codes[1], Reason: null),
            ];

    private static ExchangeNote Note(Dice dice, int number, List<ExchangeUser> users) =>
        new(Id(7, number), Title(dice), " En rad.\n\nTill. ", User(dice, users), Time(dice)) { ChangedAt = Time(dice) };

    private static ExchangeCode Code(Dice dice, int depth, List<ExchangeUser> users, ref int number)
    {
        var id = Id(2, ++number);
        var noted = number;
        List<ExchangeCode> children = [];
        for (var left = depth == 0 ? 0 : dice.Throw(3); left > 0; left--)
        {
            children.Add(Code(dice, depth - 1, users, ref number));
        }

        return new(
            id,
            Title(dice),
            dice.Pick([null, "", "När någon\n\nskriver <det>."]),
            dice.Pick([null, "#00ff7f"]),
            dice.Throw(2) == 0,
            children
        )
        {
            Notes = dice.Throw(3) == 0 ? [Note(dice, 600 + noted, users)] : [],
        };
    }

    private static ExchangeSource Source(
        Dice dice,
        int number,
        List<ExchangeUser> users,
        List<Guid> codes,
        List<ExchangeVariable> variables
    )
    {
        var text = string.Concat(Some(dice, 40, _ => dice.Pick(Signs)));
        List<ExchangeSelection> selections = [];
        for (var left = text.Length == 0 ? 0 : dice.Throw(6); left > 0; left--)
        {
            selections.Add(Selection(dice, text, (number * 100) + left, users, codes));
        }

        return new(
            Id(4, number),
            Title(dice),
            text,
            selections,
            [.. Some(dice, 2, at => Note(dice, (number * 100) + at, users))],
            Values(dice, variables)
        );
    }

    private static ExchangeSelection Selection(
        Dice dice,
        string text,
        int number,
        List<ExchangeUser> users,
        List<Guid> codes
    )
    {
        // Never amid the two halves of a character.
        List<int> places =
        [
            .. Enumerable.Range(0, text.Length + 1).Where(at => at == text.Length || !char.IsLowSurrogate(text[at])),
        ];
        var first = dice.Throw(places.Count - 1);
        var last = first + 1 + dice.Throw(places.Count - 1 - first);
        var (start, end) = (places[first], places[last]);
        return new(
            Id(5, number),
            dice.Throw(4) switch
            {
                0 => null,
                1 => text[start..places[first + 1 + dice.Throw(last - first)]] + "…",
                _ => text[start..end],
            },
            start,
            end,
            User(dice, users),
            Time(dice),
            codes.Count == 0 || dice.Throw(4) == 0
                ? []
                :
                [
                    new(Id(6, number), dice.Pick(codes), User(dice, users), Time(dice))
                    {
                        IsStarred = dice.Throw(3) == 0,
                        Notes = dice.Throw(3) == 0 ? [Note(dice, 1_000 + number, users)] : [],
                    },
                ]
        );
    }

    private static List<ExchangeValue> Values(Dice dice, List<ExchangeVariable> variables) =>
        [
            .. variables
                .Where(_ => dice.Throw(2) == 0)
                .Select(variable => new ExchangeValue(variable.Id, Value(variable.Type))),
        ];

    private static string Value(ExchangeType type) =>
        type switch
        {
            ExchangeType.Text => "Region Skåne & co",
            ExchangeType.Boolean => "true",
            ExchangeType.Integer => "12",
            ExchangeType.Float => "1.5",
            ExchangeType.Date => "2024-02-21",
            ExchangeType.DateTime => "2024-02-21T12:00:00Z",
        };

    private static Guid? User(Dice dice, List<ExchangeUser> users) =>
        users.Count == 0 || dice.Throw(3) == 0 ? null : dice.Pick(users).Id;

    private static DateTimeOffset? Time(Dice dice) =>
        dice.Throw(3) == 0
            ? null
            : new DateTimeOffset(2024, 1, 1, 0, 0, 0, TimeSpan.Zero).AddSeconds(dice.Throw(100_000_000));

    private static string Title(Dice dice) => dice.Pick(["Å", "e\u0301 🌾", "\"<&>'", "rad\nrad", "kod"]);

    private static IEnumerable<T> Some<T>(Dice dice, int most, Func<int, T> made) =>
        Enumerable.Range(1, dice.Throw(most + 1)).Select(made);
}
