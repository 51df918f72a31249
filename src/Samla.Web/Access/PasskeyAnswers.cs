using Microsoft.AspNetCore.Identity;
using Samla.Domain.Access;

namespace Samla.Web.Access;

/// <summary>What came back from a browser that was asked for a passkey: anybody can send anything.</summary>
internal static class PasskeyAnswers
{
    extension(SignInManager<Account> identity)
    {
        /// <summary>A new passkey of the account; null where the answer is none, or answers no question that is still open.</summary>
        public async Task<UserPasskeyInfo?> Attested(Account account, string? answer)
        {
            var attested = await Heard(answer, identity.PerformPasskeyAttestationAsync);
            return attested is { Succeeded: true } && attested.UserEntity.Id == account.Id.ToString()
                ? attested.Passkey
                : null;
        }

        /// <summary>Who has shown a passkey; null where nobody has.</summary>
        public async Task<(Account Account, UserPasskeyInfo Passkey)?> Asserted(string? answer) =>
            await Heard(answer, identity.PerformPasskeyAssertionAsync) is { Succeeded: true } asserted
                ? (asserted.User, asserted.Passkey)
                : null;
    }

    private static async Task<T?> Heard<T>(string? answer, Func<string, Task<T>> listen)
        where T : class
    {
        if (string.IsNullOrWhiteSpace(answer))
        {
            return null;
        }

        try
        {
            return await listen(answer);
        }
        catch (InvalidOperationException)
        {
            // So Identity says that nothing was asked, or that it was too long ago.
            return null;
        }
    }
}
