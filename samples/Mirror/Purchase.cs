namespace Mirror;

/// <summary>A row of the application's own. It names its customer by the platform's reference.</summary>
internal sealed class Purchase
{
    public int Id { get; set; }

    public required string Customer { get; set; }

    public int Cents { get; set; }
}
