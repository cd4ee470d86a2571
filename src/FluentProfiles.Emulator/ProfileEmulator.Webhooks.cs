using FluentProfiles.Emulator.Protocol;

namespace FluentProfiles.Emulator;

public sealed partial class ProfileEmulator
{
    /// <summary>Gets or sets the address to which webhooks are posted from now on; null for none. Set it after the
    /// emulator has started if the address of the application under test is not known earlier.</summary>
    /// <exception cref="ArgumentException">The value is not an absolute http or https address, or it is not on this
    /// machine and <see cref="ProfileEmulatorOptions.AllowRemoteWebhooks"/> is not set.</exception>
    public string? WebhookUrl
    {
        get => webhooks.Url;
        set => webhooks.Url = value;
    }

    /// <summary>Gets or sets the handler that posts webhooks, such as the handler of an in-memory test server; null to
    /// use a socket. It is not disposed.</summary>
    public HttpMessageHandler? WebhookHandler
    {
        get => webhooks.Handler;
        set => webhooks.Handler = value;
    }

    /// <summary>Gets a copy of the list of webhooks so far: one for each attempt, in the order in which they were sent,
    /// and the lost ones. The emulator keeps the latest 20,000, or fewer if they contain more than 32 MiB of
    /// text.</summary>
    public IReadOnlyList<EmulatorWebhook> Webhooks => webhooks.Log.Snapshot();

    /// <summary>Opens an enforcement action against a profile, as the service does. Adds it to
    /// <see cref="UserProfile.EnforcementActions"/>, sets the profile's status to
    /// <see cref="EnforcementStatus.Banned"/> if any action is a ban and to <see cref="EnforcementStatus.Restricted"/>
    /// otherwise, and posts <c>user_profile.enforcement_action_opened</c>. <see cref="UserProfile.UpdatedAt"/> does not
    /// change.</summary>
    /// <param name="id">The id of the profile.</param>
    /// <param name="action">The action. Missing members get defaults: a new id, a restriction, an unspecified reason,
    /// and the current time. Null to use all defaults.</param>
    /// <returns>The stored action.</returns>
    /// <exception cref="ArgumentException">The profile does not exist, or it already has an action with that
    /// id.</exception>
    public EnforcementAction OpenEnforcementAction(string id, EnforcementAction? action = null) =>
        Decide(() => decisions.Open(id, action));

    /// <summary>Resolves an enforcement action, as the service does. Removes the action, sets the status that the
    /// remaining actions require, and posts <c>user_profile.enforcement_action_resolved</c>.
    /// <see cref="UserProfile.UpdatedAt"/> does not change.</summary>
    /// <param name="id">The id of the profile.</param>
    /// <param name="actionId">The id of the action.</param>
    /// <returns>The updated profile.</returns>
    /// <exception cref="ArgumentException">The profile does not exist, or it does not have the action.</exception>
    public UserProfile ResolveEnforcementAction(string id, string actionId) =>
        Decide(() => decisions.Resolve(id, actionId));

    /// <summary>Sets the status of a profile's enrollment in a program, as the service does. Updates the tiers and
    /// features accordingly, and posts <c>user_profile.program_status_updated</c>. Does nothing if the enrollment
    /// already has that status. <see cref="UserProfile.UpdatedAt"/> changes only when an approval is granted or
    /// withdrawn.</summary>
    /// <param name="id">The id of the profile.</param>
    /// <param name="program"><c>cyber</c> or <c>efs</c>.</param>
    /// <param name="status">The status. The default value ends the enrollment.</param>
    /// <returns>The updated profile.</returns>
    /// <exception cref="ArgumentException">The profile or the program does not exist.</exception>
    public UserProfile SetProgramStatus(string id, string program, ProgramStatus status) =>
        Decide(() => decisions.SetProgramStatus(id, program, status));

    /// <summary>Sends the webhooks that <see cref="EmulatorFaults.ReorderedWebhooks"/> delays, and waits until all
    /// webhooks posted so far have been delivered or abandoned.</summary>
    public Task FlushWebhooksAsync(CancellationToken ct = default) => webhooks.FlushAsync(ct);

    private static T Decide<T>(Func<T> decide)
    {
        try
        {
            return decide();
        }
        catch (ServiceError error)
        {
            throw new ArgumentException(error.Message);
        }
    }
}
