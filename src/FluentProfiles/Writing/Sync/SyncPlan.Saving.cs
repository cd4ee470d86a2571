using System.Text.Json;
using FluentProfiles.Writing.Sync.Saving;

namespace FluentProfiles;

// Saving and loading.
public sealed partial class SyncPlan
{
    /// <summary>Writes the plan as UTF-8 JSON. The JSON states its version, and the address, workspace and shape for
    /// which the plan is valid.</summary>
    /// <param name="stream">The stream to write to. It stays open.</param>
    /// <param name="cancellationToken">Cancels the call with an <see cref="OperationCanceledException"/>.</param>
    public Task SaveAsync(Stream stream, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return JsonSerializer.SerializeAsync(stream, Data, SyncJson.Default.PlanData, cancellationToken);
    }

    /// <summary>Writes the plan as JSON to a file. An existing file is replaced.</summary>
    /// <param name="path">The path of the file.</param>
    /// <param name="cancellationToken">Cancels the call with an <see cref="OperationCanceledException"/>.</param>
    public async Task SaveAsync(string path, CancellationToken cancellationToken = default)
    {
        var file = File.Create(path);
        await using (file.ConfigureAwait(false))
            await SaveAsync(file, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Returns the plan as JSON.</summary>
    public string ToJson() => JsonSerializer.Serialize(Data, SyncJson.Default.PlanData);

    /// <summary>Reads a saved plan and validates every step.</summary>
    /// <param name="stream">The stream with the UTF-8 JSON. It stays open.</param>
    /// <param name="cancellationToken">Cancels the call with an <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="ProfilesSyncException">The JSON is corrupt or has another version.</exception>
    public static async Task<SyncPlan> LoadAsync(Stream stream, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        try
        {
            return PlanReading.Checked(
                await JsonSerializer
                    .DeserializeAsync(stream, SyncJson.Default.PlanData, cancellationToken)
                    .ConfigureAwait(false)
            );
        }
        catch (JsonException damage)
        {
            throw PlanReading.Unreadable(damage);
        }
    }

    /// <summary>Reads a saved plan from a file and validates every step.</summary>
    /// <param name="path">The path of the file.</param>
    /// <param name="cancellationToken">Cancels the call with an <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="ProfilesSyncException">The JSON is corrupt or has another version.</exception>
    public static async Task<SyncPlan> LoadAsync(string path, CancellationToken cancellationToken = default)
    {
        var file = File.OpenRead(path);
        await using (file.ConfigureAwait(false))
            return await LoadAsync(file, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Reads a saved plan and validates every step.</summary>
    /// <param name="json">The JSON that <see cref="ToJson"/> returned.</param>
    /// <exception cref="ProfilesSyncException">The JSON is corrupt or has another version.</exception>
    public static SyncPlan Parse(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        try
        {
            return PlanReading.Checked(JsonSerializer.Deserialize(json, SyncJson.Default.PlanData));
        }
        catch (JsonException damage)
        {
            throw PlanReading.Unreadable(damage);
        }
    }
}
