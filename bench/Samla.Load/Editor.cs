using System.Globalization;
using System.Net;
using System.Net.Http.Json;

namespace Samla.Load;

/// <summary>Somebody who writes an answer in a browser with script: signed in, with one section's page open.</summary>
/// <param name="server">Whom it talks with.</param>
/// <param name="measures">Where it tells how it went.</param>
/// <param name="number">Whose lines are whose.</param>
/// <param name="reporter">Whose answer.</param>
/// <param name="clock">Measures and waits.</param>
internal sealed class Editor(Server server, Measures measures, int number, string reporter, TimeProvider clock)
    : IDisposable
{
    /// <summary>The script asks who else is here every ten seconds, and saves every two.</summary>
    private const int SavesBetweenMeetings = 5;

    /// <summary>The sample round that is open.</summary>
    private const string Round = "2024";

    private readonly HttpClient _http = new(
        // As a browser: a connection and cookies of its own.
        new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = true }
    )
    {
        BaseAddress = server.Address,
    };

    /// <summary>The revisions of the page's answers, by what they answer.</summary>
    private readonly Dictionary<string, int> _seen = new(StringComparer.Ordinal);

    private string _page = "";
    private string _token = "";
    private int _revision;
    private string _text = "";
    private int _lines;

    private sealed record Answered(int Revision, string? Text, string? Message);

    private sealed record Met(IReadOnlyList<News> Answers);

    private sealed record News(string Id, string Text, string Revision);

    /// <summary>Where it saves; also the name of the answer.</summary>
    public string Path { get; private set; } = "";

    /// <summary>Signs in through the form, and opens a page.</summary>
    /// <param name="account">Of the reporter's sample accounts.</param>
    /// <param name="section">Which of the sections, counted from 0; its first answer is the one that is written.</param>
    /// <param name="cancellation">Stops before the next request.</param>
    public async Task Open(string account, int section, CancellationToken cancellation)
    {
        const string Door = "/konto/logga-in";
        using var signIn = new FormUrlEncodedContent(
            new Dictionary<string, string>
            {
                ["_handler"] = "losenord",
                ["__RequestVerificationToken"] = SectionForms.Token(await Get(Door, cancellation)),
                ["epost"] = $"{account}.{reporter}@prov.example",
                ["losenord"] = server.Password,
            }
        );
        using var answer = await _http.PostAsync(Door, signIn, cancellation);
        if (answer.StatusCode != HttpStatusCode.Redirect)
        {
            throw new InvalidOperationException($"{account}.{reporter} was not let in: {(int)answer.StatusCode}.");
        }

        _page = SectionForms.Sections(await Get($"/redovisa/{Round}/{reporter}", cancellation))[section];
        var forms = SectionForms.Answers(await Get(_page, cancellation));
        (Path, _token, _revision, _text) = (forms[0].Path, forms[0].Token, forms[0].Revision, forms[0].Text);
        foreach (var form in forms)
        {
            _seen[IdOf(form.Path)] = form.Revision;
        }
    }

    /// <summary>The answer as the page shows it now.</summary>
    public async Task<Journal.Save> Read(CancellationToken cancellation)
    {
        var form = SectionForms.Answers(await Get(_page, cancellation)).Single(form => form.Path == Path);
        return new Journal.Save(form.Revision, form.Text);
    }

    /// <summary>Writes a line and saves, again and again; ends with a text that is saved.</summary>
    /// <param name="journal">What is acknowledged.</param>
    /// <param name="first">How long before the first save.</param>
    /// <param name="pause">From one save's beginning to the next one's; none for as often as answers come.</param>
    /// <param name="stop">When to write no more.</param>
    /// <param name="cancellation">Stops at once.</param>
    public async Task Write(
        Journal journal,
        TimeSpan first,
        TimeSpan pause,
        CancellationToken stop,
        CancellationToken cancellation
    )
    {
        var next = clock.GetUtcNow() + first;
        while (await IsTime(next, stop))
        {
            next += pause;
            if (_lines % SavesBetweenMeetings == 0)
            {
                await Meet(cancellation);
            }

            _text += string.Create(
                CultureInfo.InvariantCulture,
                $"{(_text.Length == 0 ? "" : "\n")}Vi har arbetat vidare med det som vi kom överens om ({number}:{++_lines})."
            );
            await Save(journal, cancellation);
        }
    }

    public void Dispose() => _http.Dispose();

    private async Task<bool> IsTime(DateTimeOffset next, CancellationToken stop)
    {
        var left = next - clock.GetUtcNow();
        if (left > TimeSpan.Zero)
        {
            await Task.Delay(left, clock, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        return !stop.IsCancellationRequested;
    }

    private async Task Save(Journal journal, CancellationToken cancellation)
    {
        while (true)
        {
            var life = await server.Up.WaitAsync(cancellation);
            try
            {
                var (status, answer) = await Send(cancellation);
                switch (status)
                {
                    case HttpStatusCode.OK:
                        journal.Acknowledge(new Journal.Save(answer!.Revision, _text));
                        _revision = answer.Revision;
                        return;
                    case HttpStatusCode.Conflict:
                        measures.Conflict();
                        if (journal.Writers == 1)
                        {
                            measures.Error($"{Path}: a conflict, and nobody else writes here.");
                        }

                        (_text, _revision) = (Together(answer!.Text!, _text), answer.Revision);
                        break;
                    default:
                        measures.Error($"{Path}: status {(int)status}. {answer?.Message}");
                        return;
                }
            }
            catch (Exception lost) when (lost is HttpRequestException or IOException)
            {
                if (server.Life == life)
                {
                    measures.Error($"{Path}: no contact with a server that is up. {lost.Message}");
                    return;
                }

                // It was killed meanwhile, so nobody knows whether this was saved: it is sent again.
                measures.NoAnswer();
            }
        }
    }

    /// <summary>Asks who else is here, and takes a text that somebody else has saved: what is written here is saved.</summary>
    private async Task Meet(CancellationToken cancellation)
    {
        using var form = new MultipartFormDataContent
        {
            { new StringContent(_token), "__RequestVerificationToken" },
            { new StringContent(IdOf(Path)), "skriver" },
        };
        _seen[IdOf(Path)] = _revision;
        foreach (var (id, revision) in _seen)
        {
            form.Add(new StringContent(revision.ToString(CultureInfo.InvariantCulture)), $"sedd.{id}");
        }

        var life = await server.Up.WaitAsync(cancellation);
        try
        {
            using var response = await _http.PostAsync($"{_page}/narvaro", form, cancellation);
            if (response.StatusCode != HttpStatusCode.OK)
            {
                measures.Error($"{_page}: nobody was seen, status {(int)response.StatusCode}.");
                return;
            }

            foreach (var news in (await response.Content.ReadFromJsonAsync<Met>(cancellation))!.Answers)
            {
                Take(news);
            }
        }
        catch (Exception lost) when (lost is HttpRequestException or IOException)
        {
            if (server.Life == life)
            {
                measures.Error($"{_page}: no contact with a server that is up. {lost.Message}");
            }
        }
    }

    private void Take(News news)
    {
        _seen[news.Id] = int.Parse(news.Revision, CultureInfo.InvariantCulture);
        if (news.Id == IdOf(Path) && _seen[news.Id] > _revision)
        {
            (_text, _revision) = (news.Text, _seen[news.Id]);
        }
    }

    private async Task<(HttpStatusCode Status, Answered? Answer)> Send(CancellationToken cancellation)
    {
        using var form = new MultipartFormDataContent
        {
            { new StringContent(_token), "__RequestVerificationToken" },
            { new StringContent(_revision.ToString(CultureInfo.InvariantCulture)), "revision" },
            { new StringContent(_text), "text" },
        };
        measures.Sent();
        var sent = clock.GetTimestamp();
        using var response = await _http.PostAsync(Path, form, cancellation);
        var answer =
            response.Content.Headers.ContentType?.MediaType == "application/json"
                ? await response.Content.ReadFromJsonAsync<Answered>(cancellation)
                : null;
        measures.Took(clock.GetElapsedTime(sent));
        return (response.StatusCode, answer);
    }

    /// <summary>As a person would put two texts together: theirs, and what is missing of one's own.</summary>
    private static string Together(string theirs, string mine)
    {
        var lines = theirs.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return string.Join('\n', lines.Concat(mine.Split('\n').Except(lines, StringComparer.Ordinal)));
    }

    private static string IdOf(string path) => path[(path.LastIndexOf('/') + 1)..];

    private async Task<string> Get(string path, CancellationToken cancellation)
    {
        using var response = await _http.GetAsync(path, cancellation);
        return response.StatusCode == HttpStatusCode.OK
            ? await response.Content.ReadAsStringAsync(cancellation)
            : throw new InvalidOperationException($"{path} answered {(int)response.StatusCode}.");
    }
}
