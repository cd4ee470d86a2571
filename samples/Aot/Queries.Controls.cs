using FluentProfiles;

namespace Aot;

// Data controls, whose answers are of one kind or another.
internal static partial class Queries
{
    private static async Task<string> Controls()
    {
        var client = Client;
        var id = await client.Query().Select(p => p.Id).FirstAsync();

        await client.DataControls.UpdateAsync(
            id,
            new()
            {
                Cmek = CmekChange.Enable().Set("us", "ekey_1").Set("eu", "ekey_2"),
                Storage = StorageChange.Enable().Set("us", bucketName: "acme-us", projectNumber: "123456789012"),
            }
        );
        var on = await client.DataControls.GetAsync(id);
        var off = await client.DataControls.UpdateAsync(id, new() { Storage = StorageChange.Disable() });

        return $"{Text(on.Cmek)}; {Text(on.Storage)}; {Text(off.Storage)}";
    }

    private static string Text(CmekControl control) =>
        control is CmekEnabled on
            ? string.Join(' ', on.Status.Select(each => $"{each.Key}={on.ExternalKeyIds[each.Key]}:{each.Value.Type}"))
            : control.Type.ToString();

    private static string Text(StorageControl control) =>
        control is StorageEnabled on
            ? string.Join(
                ' ',
                on.Buckets.Select(each => $"{each.Key}={each.Value.BucketName}:{on.Status[each.Key]?.Type}")
            )
            : control.Type.ToString();
}
