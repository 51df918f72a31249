using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Samla.Browser.Tests.Testing;

namespace Samla.Browser.Tests.Access;

/// <summary>
/// Goes to every address that the application has, as everybody there is: nobody, a region's officer and lead, another
/// region's lead, a county administrative board's lead, an analyst, an administrator, an expert, somebody at the ministry. Who comes in is written here by hand, not
/// taken from the code.
/// </summary>
public sealed partial class RightsTests(SiteWithoutOffice site) : IClassFixture<SiteWithoutOffice>
{
    private const string Nobody = "ingen";
    private const string Officer = "handlaggare.10";
    private const string Lead = "ansvarig.10";
    private const string OtherLead = "ansvarig.12";
    private const string BoardLead = "ansvarig.lst-17";
    private const string Analyst = SignedIn.Analyst;
    private const string Administrator = SignedIn.Administrator;
    private const string Expert = "sakkunnig";
    private const string Ministry = SignedIn.Ministry;

    private static readonly string[] Everybody =
    [
        Nobody,
        Officer,
        Lead,
        OtherLead,
        BoardLead,
        Analyst,
        Administrator,
        Expert,
        Ministry,
    ];

    private static readonly string[] Reporters = [Officer, Lead, OtherLead, BoardLead];
    private static readonly string[] SignedInPeople = [.. Reporters, Analyst, Administrator, Expert, Ministry];
    private static readonly string[] WithSubmissions = [.. Reporters, Analyst, Administrator];
    private static readonly string[] TemplateMakers = [Administrator];
    private static readonly string[] Own = [Officer, Lead];
    private static readonly string[] Managers = [Lead, OtherLead, BoardLead, Administrator];
    private static readonly string[] Agency = [Analyst, Administrator];

    /// <summary>Who may come to the address, and who may send a form there; null where that cannot be done. The reporter in an address is Blekinge, "10".</summary>
    private static readonly Dictionary<string, (string[]? Come, string[]? Send)> Expected = new(StringComparer.Ordinal)
    {
        ["/"] = (Everybody, Everybody),
        ["/saknas"] = (Everybody, Everybody),
        ["/fel"] = (Everybody, Everybody),
        ["/granska"] = (Everybody, Everybody),
        ["/rapport"] = (Everybody, Everybody),
        ["/rapport/{RoundKey}"] = (Everybody, Everybody),
        ["/rapport/{RoundKey}/{ChapterKey}"] = (Everybody, Everybody),
        ["/rapport/{RoundKey}/{ChapterKey}/i-korthet"] = (Everybody, Everybody),
        ["/rapport/{round}/samla-{name}.{format}"] = (Everybody, null),
        ["/rapport/{RoundKey}/utgava/{EditionNumber}"] = (Everybody, Everybody),
        ["/rapport/{round}/utgava/{number}/samla-{name}.{format}"] = (Everybody, null),
        ["/rattelser"] = (Everybody, Everybody),
        ["/lan"] = (Everybody, Everybody),
        ["/lan/{CodeText}"] = (Everybody, Everybody),
        ["/lan/{CodeText}/i-korthet"] = (Everybody, Everybody),
        ["/strategier"] = (Everybody, Everybody),
        ["/strategier/strategier.{format}"] = (Everybody, null),
        ["/medel"] = (Everybody, Everybody),
        ["/medel/medel-{view}.{format}"] = (Everybody, null),
        ["/medel/las-in"] = ([Analyst], [Analyst]),
        ["/medel/las-in/fil"] = ([Analyst], [Analyst]),
        ["/medel/las-in/kommuner"] = ([Analyst], [Analyst]),
        ["/medel/arende"] = ([Analyst], [Analyst]),
        ["/matris"] = (Everybody, Everybody),
        ["/matris/{RoundKey}"] = (Everybody, Everybody),
        ["/matris/{round}/matris-{name}.{format}"] = (Everybody, null),
        ["/matris/{RoundKey}/samforekomst"] = (Everybody, Everybody),
        ["/matris/{round}/samforekomst-{name}.{format}"] = (Everybody, null),
        ["/matris/{RoundKey}/grupper"] = (Everybody, Everybody),
        ["/matris/{round}/grupper-{name}.{format}"] = (Everybody, null),
        ["/konto/logga-in"] = (Everybody, Everybody),
        ["/konto/glomt"] = (Everybody, Everybody),
        ["/konto/inbjudan/{Secret}"] = (Everybody, Everybody),
        ["/konto/aterstall/{Secret}"] = (Everybody, Everybody),
        ["/konto/passnyckel/fraga"] = (null, Everybody),
        ["/konto/passnyckel/skapa"] = (null, SignedInPeople),
        ["/konto"] = (SignedInPeople, SignedInPeople),
        ["/konto/personer"] = (Managers, Managers),
        ["/konto/personer/bjud-in"] = (Managers, Managers),
        ["/konto/personer/{AccountId}"] = (Managers, Managers),
        ["/konto/personer/{AccountId}/ta-bort"] = (Managers, Managers),
        ["/konto/vidare"] = (SignedInPeople, null),
        ["/konto/logga-ut"] = (null, SignedInPeople),
        ["/omgangar"] = ([Administrator], [Administrator]),
        ["/omgangar/ny"] = ([Administrator], [Administrator]),
        ["/omgangar/{RoundKey}"] = ([Administrator], [Administrator]),
        ["/uppgiftslamnare"] = ([Administrator], [Administrator]),
        ["/uppgiftslamnare/{ReporterKey}"] = ([Administrator], [Administrator]),
        ["/mallar"] = (SignedInPeople, TemplateMakers),
        ["/mallar/{TemplateKey}"] = (SignedInPeople, TemplateMakers),
        ["/mallar/{TemplateKey}/uppgifter"] = (TemplateMakers, TemplateMakers),
        ["/mallar/{TemplateKey}/nytt-avsnitt"] = (TemplateMakers, TemplateMakers),
        ["/mallar/{TemplateKey}/avsnitt/{SectionKey}"] = (TemplateMakers, TemplateMakers),
        ["/mallar/{TemplateKey}/nytt-krav/{SectionKey}"] = (TemplateMakers, TemplateMakers),
        ["/mallar/{TemplateKey}/krav/{RequirementKey}"] = (TemplateMakers, TemplateMakers),
        ["/mallar/{TemplateKey}/ny-tabell"] = (TemplateMakers, TemplateMakers),
        ["/mallar/{TemplateKey}/tabell/{TableKey}"] = (TemplateMakers, TemplateMakers),
        ["/mallar/{TemplateKey}/ny-kolumn/{TableKey}"] = (TemplateMakers, TemplateMakers),
        ["/mallar/{TemplateKey}/tabell/{TableKey}/{ColumnKey}"] = (TemplateMakers, TemplateMakers),
        ["/mallar/{TemplateKey}/ta-bort"] = (TemplateMakers, TemplateMakers),
        ["/mallar/{TemplateKey}/slang"] = (TemplateMakers, TemplateMakers),
        ["/mallar/{TemplateKey}/publicera"] = (TemplateMakers, TemplateMakers),
        ["/mallar/{TemplateKey}/jamfor/{OtherKey}"] = (SignedInPeople, SignedInPeople),
        // Who may say something there depends on the draft, so the use cases ask.
        ["/mallar/{TemplateKey}/remiss"] = (SignedInPeople, SignedInPeople),
        ["/mallar/{TemplateKey}/remiss/jamfor"] = (SignedInPeople, SignedInPeople),
        ["/mallar/{template}/mall.yaml"] = (SignedInPeople, null),
        ["/mallar/{template}/mall.docx"] = (SignedInPeople, null),
        ["/mallar/{template}/synpunkter.xlsx"] = (TemplateMakers, null),
        ["/redovisa"] = (WithSubmissions, WithSubmissions),
        ["/redovisa/{RoundKey}"] = (WithSubmissions, WithSubmissions),
        ["/redovisa/{RoundKey}/{ReporterKey}"] = (Own, Own),
        ["/redovisa/{RoundKey}/{ReporterKey}/{SectionKey}"] = (Own, Own),
        ["/redovisa/{RoundKey}/{ReporterKey}/kontrollera"] = (Own, [Lead]),
        ["/redovisa/{RoundKey}/{ReporterKey}/beslut"] = ([Lead], [Lead]),
        ["/redovisa/{RoundKey}/{ReporterKey}/aterlamna"] = (Agency, Agency),
        ["/redovisa/{RoundKey}/{ReporterKey}/overlamning"] = ([Lead], [Lead]),
        ["/redovisa/{round}/{reporter}/version-{number}.docx"] = ([.. Own, .. Agency], null),
        ["/redovisa/{round}/{reporter}/redovisning.pdf"] = (Own, null),
        ["/redovisa/{round}/{reporter}/version-{number}.pdf"] = ([.. Own, .. Agency], null),
        ["/redovisa/{round}/{reporter}/overlamnat/{delivery}"] = ([.. Own, .. Agency], null),
        ["/redovisa/{RoundKey}/{ReporterKey}/inlamnad"] = ([.. Own, .. Agency], [.. Own, .. Agency]),
        ["/redovisa/{RoundKey}/{ReporterKey}/jamfor"] = (Own, Own),
        ["/redovisa/{RoundKey}/{ReporterKey}/word"] = (Own, Own),
        ["/redovisa/{round}/{reporter}/mall.docx"] = (Own, null),
        ["/redovisa/{round}/{reporter}/redovisning.docx"] = (Own, null),
        ["/redovisa/{round}/{reporter}/svar/{requirement}"] = (null, Own),
        ["/redovisa/{RoundKey}/{ReporterKey}/svar/{RequirementKey}/historik"] = (Own, Own),
        ["/redovisa/{RoundKey}/{ReporterKey}/svar/{RequirementKey}/kommentarer"] = (Own, Own),
        ["/redovisa/{RoundKey}/{ReporterKey}/svar/{RequirementKey}/rader/ny"] = (Own, Own),
        ["/redovisa/{RoundKey}/{ReporterKey}/svar/{RequirementKey}/rader/{RowKey}"] = (Own, Own),
        ["/redovisa/{RoundKey}/{ReporterKey}/svar/{RequirementKey}/rader/{RowKey}/historik"] = (Own, Own),
        ["/redovisa/{RoundKey}/{ReporterKey}/{SectionKey}/ansvar"] = (Own, Own),
        ["/redovisa/{round}/{reporter}/{section}/narvaro"] = (null, Own),
        ["/redovisa/{RoundKey}/{ReporterKey}/insatser"] = (Own, Own),
        ["/redovisa/{RoundKey}/{ReporterKey}/insatser/forra"] = (Own, Own),
        ["/redovisa/{RoundKey}/{ReporterKey}/insatser/ny"] = (Own, Own),
        ["/redovisa/{RoundKey}/{ReporterKey}/insatser/{InterventionKey}"] = (Own, Own),
        ["/redovisa/{RoundKey}/{ReporterKey}/insatser/valj/{RequirementKey}"] = (Own, Own),
        ["/redovisa/{RoundKey}/{ReporterKey}/insatser/las-in"] = (Own, Own),
        ["/redovisa/{round}/{reporter}/insatser/las-in"] = (null, Own),
        ["/redovisa/{RoundKey}/{ReporterKey}/insatser/lika"] = (Own, Own),
        ["/redovisa/{round}/{reporter}/insatser/lika/sok"] = (null, Own),
        ["/redovisa/{round}/{reporter}/insatser.xlsx"] = (Own, null),
        ["/arbete"] = ([Analyst], [Analyst]),
        ["/arbete/{RoundId}"] = ([Analyst], [Analyst]),
        ["/arbete/{RoundId}/insamling"] = (Agency, Agency),
        ["/arbete/{RoundId}/insamling/paminn"] = (Agency, Agency),
        ["/arbete/{RoundId}/insamling/paminnelse/{ReminderId}"] = (Agency, Agency),
        ["/arbete/{round}/insamling/{reporter}.{format}"] = (Agency, null),
        ["/arbete/{round}/insamling/alla.zip"] = (Agency, null),
        ["/arbete/{RoundId}/kodning"] = ([Analyst], [Analyst]),
        ["/arbete/{RoundId}/sok"] = ([Analyst], [Analyst]),
        ["/arbete/{RoundId}/sprakmodell"] = ([Analyst], [Analyst]),
        ["/arbete/{RoundId}/fraga/{QuestionId}"] = ([Analyst], [Analyst]),
        ["/arbete/{RoundId}/dokument"] = ([Analyst], [Analyst]),
        ["/arbete/{RoundId}/dokument/{DocumentId}"] = ([Analyst], [Analyst]),
        ["/arbete/{RoundId}/dokument/ny/{UploadId}"] = ([Analyst], [Analyst]),
        ["/arbete/{round}/dokument/{id}/fil-{number}"] = ([Analyst], null),
        ["/arbete/{RoundId}/kalla/{SourceId}"] = ([Analyst], [Analyst]),
        ["/arbete/{round}/kalla/{source}/nytt"] = ([Analyst], null),
        ["/arbete/{round}/nytt"] = ([Analyst], null),
        ["/arbete/{RoundId}/lasrum/{ReporterId}"] = ([Analyst], [Analyst]),
        ["/arbete/{RoundId}/lasrum/krav/{RequirementId}"] = ([Analyst], [Analyst]),
        ["/arbete/{RoundId}/dubbelkodning"] = ([Analyst], [Analyst]),
        ["/arbete/{RoundId}/dubbelkodning/{DoubleCodingId}"] = ([Analyst], [Analyst]),
        ["/arbete/{RoundId}/dubbelkodning/{DoubleCodingId}/skillnader"] = ([Analyst], [Analyst]),
        ["/arbete/{RoundId}/dubbelkodning/{DoubleCodingId}/kalla/{SourceId}"] = ([Analyst], [Analyst]),
        ["/arbete/{RoundId}/nya-versioner"] = ([Analyst], [Analyst]),
        ["/arbete/{RoundId}/kod/{CodeId}"] = ([Analyst], [Analyst]),
        ["/arbete/{RoundId}/kod/{CodeId}/forslag"] = ([Analyst], [Analyst]),
        ["/arbete/{round}/kalla/{source}/forslag"] = ([Analyst], null),
        ["/arbete/{RoundId}/kodschema"] = ([Analyst], [Analyst]),
        ["/arbete/{RoundId}/kodschema/historik"] = ([Analyst], [Analyst]),
        ["/arbete/{RoundId}/utbyte"] = ([Analyst], [Analyst]),
        ["/arbete/{round}/utbyte/las-in"] = ([Analyst], [Analyst]),
        ["/arbete/{round}/utbyte/{name}.{format}"] = ([Analyst], null),
        ["/arbete/{RoundId}/tryckt"] = ([Analyst], [Analyst]),
        ["/arbete/{RoundId}/tryckt/{YearWord}"] = ([Analyst], [Analyst]),
        ["/arbete/{round}/tryckt/las-in"] = ([Analyst], [Analyst]),
        ["/arbete/{RoundId}/medskick"] = ([Analyst], [Analyst]),
        ["/arbete/{RoundId}/forandringar"] = ([Analyst], [Analyst]),
        ["/arbete/{RoundId}/kapitel"] = ([Analyst], [Analyst]),
        ["/arbete/{RoundId}/kapitel/{ChapterId}"] = ([Analyst], [Analyst]),
        ["/arbete/{RoundId}/kapitel/{ChapterId}/historik"] = ([Analyst], null),
        ["/arbete/{round}/pastaende/ord"] = ([Analyst], null),
        ["/arbete/{round}/krav/{requirement}/kapitel"] = ([Analyst], null),
        ["/arbete/{RoundId}/upplagg"] = ([Analyst], [Analyst]),
        ["/arbete/{RoundId}/upplagg/nytt"] = ([Analyst], [Analyst]),
        ["/arbete/{RoundId}/upplagg/{ChapterId}"] = ([Analyst], [Analyst]),
        ["/arbete/{round}/kapitel/{chapter}/nytt"] = ([Analyst], null),
        ["/arbete/{round}/kapitel/{chapter}/citat"] = ([Analyst], null),
        ["/arbete/{round}/kapitel/{chapter}/pastaenden"] = ([Analyst], null),
        ["/arbete/{round}/pastaende"] = ([Analyst], null),
        ["/bedomning"] = ([Analyst, Expert], [Analyst, Expert]),
        ["/bedomning/{FormKey}"] = ([Analyst, Expert], [Analyst, Expert]),
        ["/bedomning/{FormKey}/{AssessmentKey}"] = ([Analyst, Expert], [Analyst, Expert]),
        ["/bedomning/{FormKey}/skillnader"] = ([Analyst, Expert], [Analyst, Expert]),
        ["/arbete/{RoundId}/bedomning"] = ([Analyst], [Analyst]),
        ["/arbete/{RoundId}/bedomning/{FormId}"] = ([Analyst], [Analyst]),
        ["/arbete/{RoundId}/bedomning/{FormId}/redigera"] = ([Analyst], [Analyst]),
        ["/arbete/{round}/bedomning/resultat-{name}.{format}"] = ([Analyst], null),
        ["/arbete/granskning"] = ([Analyst, Expert], [Analyst, Expert]),
        ["/arbete/{RoundId}/granskning"] = ([Analyst, Expert], [Analyst, Expert]),
        ["/arbete/{RoundId}/granskning/dokument/{DocumentId}"] = ([Analyst, Expert], [Analyst, Expert]),
        ["/arbete/{RoundId}/kapitel/{ChapterId}/granskning"] = ([Analyst, Expert], [Analyst, Expert]),
        ["/arbete/{RoundId}/faktagranskning"] = ([Analyst], [Analyst]),
        ["/faktagranska/{RoundKey}"] = ([.. Reporters, Analyst], [.. Reporters, Analyst]),
        ["/faktagranska/{RoundKey}/{ReporterKey}"] = ([.. Own, Analyst], Own),
        ["/faktagranska/{RoundKey}/{ReporterKey}/{ChapterKey}"] = ([.. Own, Analyst], Own),
        ["/faktagranska/{round}/{reporter}/faktagranskning.docx"] = ([.. Own, Analyst], null),
        ["/arbete/{RoundId}/avvikelser"] = ([Analyst], [Analyst]),
        ["/arbete/{RoundId}/publicering"] = ([Analyst], [Analyst]),
    };

    /// <summary>What stands in an address's places.</summary>
    private static readonly Dictionary<string, string> Places = new(StringComparer.Ordinal)
    {
        ["RoundKey"] = "2023",
        ["RoundId"] = "2023",
        ["round"] = "2023",
        ["EditionNumber"] = "1",
        ["ReporterKey"] = "10",
        ["ReporterId"] = "10",
        ["reporter"] = "10",
        ["number"] = "1",
        ["id"] = "00000000-0000-0000-0000-000000000000",
        ["DocumentId"] = "00000000-0000-0000-0000-000000000000",
        ["UploadId"] = "00000000-0000-0000-0000-000000000000",
        ["delivery"] = "00000000-0000-0000-0000-000000000000",
        ["requirement"] = "rus-genomforande",
        ["RequirementKey"] = "rus-genomforande",
        ["RequirementId"] = "rus-genomforande",
        ["RowKey"] = "00000000-0000-0000-0000-000000000000",
        ["InterventionKey"] = "almikrav-blekinge",
        ["SectionKey"] = "rus",
        ["ChapterKey"] = "rus",
        ["view"] = "omrade",
        ["chapter"] = "rus",
        ["section"] = "rus",
        ["ChapterId"] = "rus",
        ["TemplateKey"] = "mall-2023",
        ["template"] = "mall-2023",
        ["OtherKey"] = "mall-2023",
        ["TableKey"] = "insatser",
        ["ColumnKey"] = "namn",
        ["Secret"] = "hemlig",
        ["AccountId"] = "00000000-0000-0000-0000-000000000000",
        ["SourceId"] = "00000000-0000-0000-0000-000000000000",
        ["source"] = "00000000-0000-0000-0000-000000000000",
        ["ReminderId"] = "00000000-0000-0000-0000-000000000000",
        ["FormKey"] = "bedomningsmall-rus",
        ["FormId"] = "bedomningsmall-rus",
        ["AssessmentKey"] = "00000000-0000-0000-0000-000000000000",
        ["DoubleCodingId"] = "00000000-0000-0000-0000-000000000000",
        ["CodeId"] = "miljo-energi",
        ["QuestionId"] = "uppfoljning",
        ["CodeText"] = "10",
        ["name"] = "2023",
        ["YearWord"] = "2022",
        ["format"] = "md",
    };

    [Fact]
    public async Task Everybody_comes_to_what_is_theirs_and_to_nothing_else()
    {
        var wrong = new List<string>();
        foreach (var account in Everybody)
        {
            using var http = await ClientOf(account);
            foreach (var (route, (come, send)) in Expected)
            {
                var path = PathOf(route);
                await Look(HttpMethod.Get, come);
                await Look(HttpMethod.Post, send);

                async Task Look(HttpMethod method, string[]? whoMay)
                {
                    if (whoMay is null)
                    {
                        return;
                    }

                    using var request = new HttpRequestMessage(method, path);
                    if (method == HttpMethod.Post)
                    {
                        // Without a form's token: who may send is asked first, so nothing is changed.
                        request.Content = new FormUrlEncodedContent([]);
                    }

                    using var response = await http.SendAsync(
                        request,
                        HttpCompletionOption.ResponseHeadersRead,
                        TestContext.Current.CancellationToken
                    );
                    if (IsLetIn(response) != whoMay.Contains(account))
                    {
                        wrong.Add($"{account} {method} {path}: {(int)response.StatusCode} {response.Headers.Location}");
                    }
                }
            }
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public void No_address_is_missing_in_the_table() =>
        Assert.Equal(
            Expected.Keys.Order(StringComparer.Ordinal),
            site.Services.GetServices<EndpointDataSource>()
                .SelectMany(source => source.Endpoints)
                .OfType<RouteEndpoint>()
                .Select(endpoint => $"/{endpoint.RoutePattern.RawText!.TrimStart('/')}")
                .Where(route => !FileOrFramework().IsMatch(route))
                .Distinct()
                .Order(StringComparer.Ordinal)
        );

    [Theory]
    [InlineData("/redovisa/2023/99")]
    [InlineData("/redovisa/2023/Ö")]
    [InlineData("/redovisa/1999/12")]
    [InlineData("/redovisa/2023/lst-10")]
    public async Task Whether_another_reporter_is_there_is_not_told(string path)
    {
        using var http = await ClientOf(Lead);

        using var response = await http.GetAsync(path, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }

    private static bool IsLetIn(HttpResponseMessage response) =>
        response.StatusCode is not (HttpStatusCode.Forbidden or HttpStatusCode.Unauthorized)
        && response.Headers.Location?.ToString().Contains("/konto/logga-in?till=", StringComparison.Ordinal) != true;

    private static string PathOf(string route) => Place().Replace(route, match => Places[match.Groups["name"].Value]);

    private async Task<HttpClient> ClientOf(string account)
    {
        var http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false })
        {
            BaseAddress = site.Address,
        };
        if (account != Nobody)
        {
            http.DefaultRequestHeaders.Add("Cookie", $"{SignedIn.CookieName}={await SignedIn.Cookie(site, account)}");
        }

        return http;
    }

    [GeneratedRegex(@"\{(?<name>\w+)\}", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Place();

    [GeneratedRegex(
        @"\.(css|js|svg|woff2|md|txt)(\.gz|\.br)?$|^/_framework/|path:file",
        RegexOptions.ExplicitCapture,
        1_000
    )]
    private static partial Regex FileOrFramework();
}
