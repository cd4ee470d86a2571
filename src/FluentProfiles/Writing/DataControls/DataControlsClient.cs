using FluentProfiles.Http.Calls;
using FluentProfiles.Json.Objects;

namespace FluentProfiles.Writing;

/// <summary>Calls the endpoint of the data controls. An update states the result, so each call may be sent twice.</summary>
internal sealed class DataControlsClient(ServiceClient service) : IDataControlsClient
{
    public Task<DataControls> GetAsync(
        string profileId,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentException.ThrowIfNullOrEmpty(profileId);
        var call = Endpoint.GetDataControls.Call(profileId, service.Settings.ScopeOf(options));
        return SendAsync(profileId, call, cancellationToken);
    }

    public Task<DataControls> UpdateAsync(
        string profileId,
        DataControlChanges changes,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentException.ThrowIfNullOrEmpty(profileId);
        ArgumentNullException.ThrowIfNull(changes);
        var call = Endpoint.UpdateDataControls.Call(profileId, service.Settings.ScopeOf(options)) with
        {
            Body = DataControlsBody.Of(changes, nameof(changes)),
        };
        return SendAsync(profileId, call, cancellationToken);
    }

    private Task<DataControls> SendAsync(string profileId, ServiceCall call, CancellationToken cancellationToken) =>
        service.ReadAsync(call, answer => DataControlsCodecs.Read(answer, profileId), cancellationToken);
}
