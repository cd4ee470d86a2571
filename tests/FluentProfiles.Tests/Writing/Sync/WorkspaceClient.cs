namespace FluentProfiles.Tests.Writing.Sync;

/// <summary>A client of an application's own, which chooses the workspace by query and by call.</summary>
internal sealed class WorkspaceClient(ProfilesClient client, string workspace) : IProfilesClient
{
    private readonly CallOptions options = new() { Workspace = workspace };

    public IDataControlsClient DataControls => client.DataControls;

    public ProfileQuery<UserProfile> Query() => client.Query().WithWorkspace(workspace);

    public Task<UserProfile> GetAsync(string id, CallOptions? _, CancellationToken cancellationToken) =>
        client.GetAsync(id, options, cancellationToken);

    public Task<UserProfile> CreateAsync(NewProfile profile, CallOptions? _, CancellationToken cancellationToken) =>
        client.CreateAsync(profile, options, cancellationToken);

    public Task<UserProfile> UpdateAsync(
        string id,
        ProfileChanges changes,
        CallOptions? _,
        CancellationToken cancellationToken
    ) => client.UpdateAsync(id, changes, options, cancellationToken);

    public Task DeleteAsync(string id, CallOptions? _, CancellationToken cancellationToken) =>
        client.DeleteAsync(id, options, cancellationToken);

    public Task<CustomerUrl> CreateEnrollmentUrlAsync(string id, CallOptions? _, CancellationToken cancellationToken) =>
        client.CreateEnrollmentUrlAsync(id, options, cancellationToken);

    public Task<CustomerUrl> CreateActionUrlAsync(string id, CallOptions? _, CancellationToken cancellationToken) =>
        client.CreateActionUrlAsync(id, options, cancellationToken);
}
