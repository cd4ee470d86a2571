using System.Text;
using System.Text.Json;
using FluentProfiles.Http.Calls;
using FluentProfiles.Http.Failures;
using FluentProfiles.Json.Pages;
using FluentProfiles.Json.Values;
using FluentProfiles.Model.Schema;

namespace FluentProfiles.Writing.Single;

/// <summary>Sends writes: one request each, repeated where that can do no harm.</summary>
internal sealed class ProfileWriter(ServiceClient service)
{
    private static readonly PageReader Whole = new(new(FieldMask.All));
    private static readonly PageReader Deleted = new(new(ProfileSchema.Id.Mask));

    public DateTimeOffset Now => service.Settings.TimeProvider.GetUtcNow();

    /// <exception cref="ProfilesUnknownOutcomeException">It may have arrived. It is not sent again then.</exception>
    public Task<UserProfile> CreateAsync(ProfileWrite write, RequestScope scope, CancellationToken cancellationToken) =>
        CreateAsync(write, scope, static answer => Whole.ReadProfile(answer, id: null), cancellationToken);

    /// <summary>Creates a profile, and reads the answer in another way.</summary>
    /// <exception cref="ProfilesUnknownOutcomeException">It may have arrived. It is not sent again then.</exception>
    public async Task<T> CreateAsync<T>(
        ProfileWrite write,
        RequestScope scope,
        Func<ServiceAnswer, T> read,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return await SendAsync(
                    Endpoint.Create.Call(scope) with
                    {
                        Body = WriteBody.Of(write),
                        IsIdempotent = false,
                    },
                    id: null,
                    read,
                    cancellationToken
                )
                .ConfigureAwait(false);
        }
        catch (ProfilesException failure) when (RequestOutcome.MayHaveEffect(failure))
        {
            throw new ProfilesUnknownOutcomeException(failure);
        }
    }

    /// <summary>Updates a profile. Sent twice it does the same.</summary>
    public Task<UserProfile> UpdateAsync(
        string id,
        ProfileWrite write,
        RequestScope scope,
        CancellationToken cancellationToken
    ) =>
        SendAsync(
            Endpoint.Update.Call(id, scope) with
            {
                Body = WriteBody.Of(write),
            },
            id,
            answer => Whole.ReadProfile(answer, id),
            cancellationToken
        );

    /// <summary>Deletes a profile. A retry that finds it gone succeeds where an attempt before it may have deleted
    /// it.</summary>
    public Task DeleteAsync(string id, RequestScope scope, CancellationToken cancellationToken) =>
        // The answer has the id of the profile, and nothing else of it.
        SendAsync<UserProfile?>(
            Endpoint.Delete.Call(id, scope),
            id,
            answer => Deleted.ReadProfile(answer, id),
            cancellationToken
        );

    /// <param name="id">The profile.</param>
    /// <param name="endpoint">The endpoint that makes such a URL.</param>
    /// <param name="body">The body, or empty for none.</param>
    /// <param name="scope">The betas and the workspace.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task<CustomerUrl> CreateUrlAsync(
        string id,
        Endpoint endpoint,
        ReadOnlyMemory<byte> body,
        RequestScope scope,
        CancellationToken cancellationToken
    ) => service.ReadAsync(endpoint.Call(id, scope) with { Body = body }, ReadUrl, cancellationToken);

    /// <summary>Sends a write, and tells the observers of the client what becomes of it. Every write of a profile goes this
    /// way.</summary>
    /// <returns>What was read of the answer; the default for a delete whose retry finds the profile gone.</returns>
    private async Task<T> SendAsync<T>(
        ServiceCall call,
        string? id,
        Func<ServiceAnswer, T> read,
        CancellationToken cancellationToken
    )
    {
        var observed = ObservedWrites.Begin(service, call, id);
        T result;
        try
        {
            result = await service.ReadAsync(call, ReadObserved, cancellationToken).ConfigureAwait(false);
        }
        catch (ProfilesNotFoundException absent)
            when (call.Endpoint == Endpoint.Delete && absent.MayHaveEffect && absent.IsOfService)
        {
            // The result is the one asked for.
            result = default!;
        }
        catch (Exception failure)
        {
            observed.Fail(failure);
            throw;
        }
        await observed.AcceptAsync(cancellationToken).ConfigureAwait(false);
        return result;

        T ReadObserved(ServiceAnswer answer)
        {
            var value = read(answer);
            observed.Read(answer);
            return value;
        }
    }

    /// <exception cref="ProfilesProtocolException">It is no URL for a customer.</exception>
    private static CustomerUrl ReadUrl(ServiceAnswer answer)
    {
        try
        {
            var reader = new Utf8JsonReader(JsonText.Repaired(answer.Body.Span));
            var url = JsonElement.ParseValue(ref reader);
            return new(
                url.GetProperty("url").GetString() ?? throw new JsonException("The URL is null."),
                ExpiryOf(url)
            );
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
