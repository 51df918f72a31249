using Samla.Check;

namespace Samla.Web.Check;

/// <summary>Why a file was not checked: what happened, what to do, and the status that tells programs the same.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Heading">What happened.</param>
/// <param name="Advice">What it means and what to do.</param>
public sealed record Refusal(int Status, string Heading, string Advice)
{
    private const int MaxMegabytes = CheckReport.MaxBytes / 1024 / 1024;

    public static Refusal NoFile { get; } =
        new(StatusCodes.Status400BadRequest, "Ingen fil är vald.", "Välj en fil och tryck sedan på Granska.");

    public static Refusal Empty { get; } =
        new(
            StatusCodes.Status400BadRequest,
            "Filen är tom.",
            "Den saknar innehåll. Kontrollera att rätt fil är vald och att den är sparad."
        );

    public static Refusal TooLarge { get; } =
        new(
            StatusCodes.Status413PayloadTooLarge,
            "Filen är för stor.",
            $"Gränsen är {MaxMegabytes} MB. Spara rapporten som ren text, eller dela upp den."
        );

    public static Refusal BrokenForm { get; } =
        new(
            StatusCodes.Status400BadRequest,
            "Filen kom inte fram.",
            "Överföringen bröts, eller så skickades filen inte härifrån. Välj filen igen."
        );

    public static Refusal OldForm { get; } =
        new(
            StatusCodes.Status400BadRequest,
            "Sidan har varit öppen för länge.",
            "Formuläret gäller inte längre, eller så tar webbläsaren inte emot kakor. Välj filen igen."
        );

    public static Refusal Busy { get; } =
        new(
            StatusCodes.Status429TooManyRequests,
            "Många granskar just nu.",
            "Vänta en minut och välj sedan filen igen."
        );

    public static Refusal Unreadable(string message) =>
        new(StatusCodes.Status400BadRequest, "Filen gick inte att läsa.", message);
}
