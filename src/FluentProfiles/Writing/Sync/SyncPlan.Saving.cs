using System.Text.Json;
using FluentProfiles.Writing.Sync.Saving;

namespace FluentProfiles;

// Saving and loading.
public sealed partial class SyncPlan
{
    /// <summary>Writes the plan as JSON (UTF-8). It names its version, and the address, workspace and shape that it holds
    /// for.</summary>
    /// <param name="stream">Where to write. It stays open.</param>
    /// <param name="cancellationToken">Ends the wait with <see cref="OperationCanceledException"/>.</param>
    public Task SaveAsync(Stream stream, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return JsonSerializer.SerializeAsync(stream, Data, SyncJson.Default.PlanData, cancellationToken);
    }

    /// <summary>Writes the plan as JSON to a file, in place of one that is there.</summary>
    /// <param name="path">The file.</param>
    /// <param name="cancellationToken">Ends the wait with <see cref="OperationCanceledException"/>.</param>
    public async Task SaveAsync(string path, CancellationToken cancellationToken = default)
    {
        var file = File.Create(path);
        await using (file.ConfigureAwait(false))
            await SaveAsync(file, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The plan as JSON.</summary>
    public string ToJson() => JsonSerializer.Serialize(Data, SyncJson.Default.PlanData);

    /// <summary>Reads a saved plan. Every step is checked.</summary>
    /// <param name="stream">The JSON, in UTF-8. It stays open.</param>
    /// <param name="cancellationToken">Ends the wait with <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="ProfilesSyncException">The JSON is damaged, or of another version.</exception>
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

    /// <summary>Reads a saved plan from a file. Every step is checked.</summary>
    /// <param name="path">The file.</param>
    /// <param name="cancellationToken">Ends the wait with <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="ProfilesSyncException">The JSON is damaged, or of another version.</exception>
    public static async Task<SyncPlan> LoadAsync(string path, CancellationToken cancellationToken = default)
    {
        var file = File.OpenRead(path);
        await using (file.ConfigureAwait(false))
            return await LoadAsync(file, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Reads a saved plan. Every step is checked.</summary>
    /// <param name="json">What <see cref="ToJson"/> returned.</param>
    /// <exception cref="ProfilesSyncException">The JSON is damaged, or of another version.</exception>
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
