using Microsoft.Extensions.Options;
using Samla.Letters;

namespace Samla.Web.Access;

/// <summary>Whether letters can be sent as they are set up, asked before the first is wanted.</summary>
internal static class LetterTrouble
{
    extension(IServiceProvider services)
    {
        /// <summary>What is wrong, in Swedish; null when nothing is.</summary>
        public string? TroubleWithLetters
        {
            get
            {
                var mail = services.GetRequiredService<MailSettings>();
                var access = services.GetRequiredService<IOptions<AccessSettings>>().Value;
                return mail.Trouble
                    ?? (
                        mail.HasServer && access.Address is null
                            ? "Mail:Server är angiven men inte Access:Address. Ange adressen som Samla har utåt; länkarna i breven börjar med den."
                            : null
                    );
            }
        }
    }
}
