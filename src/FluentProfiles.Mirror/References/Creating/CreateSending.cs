using System.Runtime.ExceptionServices;
using FluentProfiles.Http.Calls;
using FluentProfiles.Json.Pages;
using FluentProfiles.Mirror.References.Flights;
using FluentProfiles.Mirror.Storing.Rows;
using FluentProfiles.Mirror.Telemetry;
using FluentProfiles.Model.Schema;
using FluentProfiles.Writing.Single;

namespace FluentProfiles.Mirror.References.Creating;

/// <summary>Sends a create whose claim says so.</summary>
/// <param name="parts">What the steps need.</param>
/// <param name="held">The claim.</param>
/// <param name="request">How the caller creates the profile.</param>
internal sealed class CreateSending(ReferenceParts parts, HeldClaim held, CreateRequest request)
{
    private static readonly PageReader Whole = new(new(FieldMask.All));

    // Half of the window, so that the answer comes before it ends.
    private TimeSpan LongestSending => parts.Times.Window / 2;

    /// <param name="write">The profile.</param>
    /// <param name="sinceMark">The time since the claim says so.</param>
    /// <returns>The profile as the service has stored it; null where it was too late to send anything.</returns>
    /// <exception cref="OperationCanceledException">The mirror was disposed. Nothing was created.</exception>
    /// <exception cref="ProfilesUnknownOutcomeException">The answer was lost.</exception>
    /// <exception cref="ProfilesException">Nothing was created.</exception>
    public async Task<ProfileRow?> SendAsync(ProfileWrite write, Elapsed sinceMark)
    {
        using CreatePermit permit = new(sinceMark, LongestSending, () => parts.Own.NoteSending(held), parts.Stopped);
        var moment = parts.Seen.Latest;
        try
        {
            return await request
                .Client.CreateAsync(
                    write,
                    OptionsOf(request.Client),
                    permit,
                    answer => Read(answer, moment),
                    permit.Ended
                )
                .ConfigureAwait(false);
        }
        catch (ProfilesException failure)
        {
            if (permit.Revoke())
                throw;
            if (permit.HasDenied)
                return null;
            // The client can't know that the body never left.
            if (failure is ProfilesUnknownOutcomeException { InnerException: { } cause })
                ExceptionDispatchInfo.Throw(cause);
            throw;
        }
    }

    private ProfileRow Read(ServiceAnswer answer, DateTimeOffset moment)
    {
        request.Answered?.Invoke(Whole.ReadProfile(answer, id: null));
        return parts.Rows.ReadKept(answer, id: null, moment);
    }

    private CallOptions OptionsOf(ProfilesClient client)
    {
        var settings = client.Service.Settings;
        var total = Shorter(settings.TotalTimeoutOfSingle, LongestSending);
        return new()
        {
            TotalTimeout = total,
            AttemptTimeout = Shorter(settings.AttemptTimeout, total),
            Tag = MirrorTelemetry.RequestTag,
        };
    }

    private static TimeSpan Shorter(TimeSpan? limit, TimeSpan time) => limit < time ? limit.Value : time;
}
