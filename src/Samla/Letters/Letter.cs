namespace Samla.Letters;

/// <summary>A letter to one person.</summary>
/// <param name="Email">Where to.</param>
/// <param name="Name">To whom.</param>
/// <param name="Subject">What about.</param>
/// <param name="Text">Plain text, in Swedish.</param>
/// <param name="IsTrial">Whether it belongs to the sample: such a letter is never sent, only laid in the outbox.</param>
public sealed record Letter(string Email, string Name, string Subject, string Text, bool IsTrial);
