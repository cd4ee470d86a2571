using System.Text;
using System.Text.Json;
using FluentProfiles.Http;
using FluentProfiles.Json;
using FluentProfiles.Model;

namespace FluentProfiles.Writing;

/// <summary>Sends writes: one request each, repeated where that can do no harm.</summary>
internal sealed class ProfileWriter(ServiceClient service) : IProfileWriter
{
    private static readonly PageReader Whole = new(new(FieldMask.All));
    private static readonly PageReader Deleted = new(new(ProfileSchema.Id.Mask));

    public DateTimeOffset Now => service.Settings.TimeProvider.GetUtcNow();

    /// <exception cref="ProfilesUnknownOutcomeException">It may have arrived. It is not sent again then.</exception>
    public async Task<UserProfile> CreateAsync(
        ProfileWrite write,
        RequestScope scope,
        CancellationToken cancellationToken
    )
    {
        try
        {
            using var answer = await service
                .SendAsync(
                    Endpoint.Create.Call(scope) with
                    {
                        Body = WriteBody.Of(write),
                        IsIdempotent = false,
                    },
                    cancellationToken
                )
                .ConfigureAwait(false);
            return Whole.ReadProfile(answer, id: null);
        }
        catch (ProfilesException failure) when (Delivery.IsUnknown(failure))
        {
            throw new ProfilesUnknownOutcomeException(failure);
        }
    }

    /// <summary>Updates a profile. Sent twice it does the same.</summary>
    public async Task<UserProfile> UpdateAsync(
        string id,
        ProfileWrite write,
        RequestScope scope,
        CancellationToken cancellationToken
    )
    {
        using var answer = await service
            .SendAsync(Endpoint.Update.Call(id, scope) with { Body = WriteBody.Of(write) }, cancellationToken)
            .ConfigureAwait(false);
        return Whole.ReadProfile(answer, id);
    }

    /// <summary>Deletes a profile. A retry that finds it gone succeeds where an attempt before it may have deleted
    /// it.</summary>
    public async Task DeleteAsync(string id, RequestScope scope, CancellationToken cancellationToken)
    {
        try
        {
            using var answer = await service
                .SendAsync(Endpoint.Delete.Call(id, scope), cancellationToken)
                .ConfigureAwait(false);
            // It has the id of the profile, and nothing else of it.
            Deleted.ReadProfile(answer, id);
        }
        catch (ProfilesNotFoundException absent) when (absent.MayBeDeleted && absent.IsOfService)
        {
            // The result is the one asked for.
        }
    }

    /// <param name="id">The profile.</param>
    /// <param name="endpoint">The endpoint that makes such a URL.</param>
    /// <param name="body">The body, or empty for none.</param>
    /// <param name="scope">The betas and the workspace.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<CustomerUrl> CreateUrlAsync(
        string id,
        Endpoint endpoint,
        ReadOnlyMemory<byte> body,
        RequestScope scope,
        CancellationToken cancellationToken
    )
    {
        using var answer = await service
            .SendAsync(endpoint.Call(id, scope) with { Body = body }, cancellationToken)
            .ConfigureAwait(false);
        return Read(
            answer,
            url => new CustomerUrl(
                url.GetProperty("url").GetString() ?? throw new JsonException("The URL is null."),
                ExpiryOf(url)
            )
        );
    }

    /// <summary>Reads a small answer as a whole.</summary>
    /// <exception cref="ProfilesProtocolException">It is no such object.</exception>
    private static T Read<T>(ServiceAnswer answer, Func<JsonElement, T> read)
    {
        try
        {
            var reader = new Utf8JsonReader(JsonText.Repaired(answer.Body.Span));
            return read(JsonElement.ParseValue(ref reader));
        }
        catch (Exception cause) when (cause is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            throw answer.NotUnderstood(cause);
        }
    }

    private static DateTimeOffset ExpiryOf(JsonElement url) =>
        Rfc3339.TryParse(Encoding.UTF8.GetBytes(url.GetProperty("expires_at").GetString() ?? ""), out var time)
            ? time
            : throw new JsonException("\"expires_at\" is not an RFC 3339 timestamp.");
}
