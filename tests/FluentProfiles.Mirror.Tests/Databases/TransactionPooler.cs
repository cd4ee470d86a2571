using System.Net;
using System.Net.Sockets;

namespace FluentProfiles.Mirror.Tests.Databases;

/// <summary>Stands between clients and a PostgreSQL as a pooler in transaction mode does: each transaction of a connection runs on
/// another session of the server, so nothing that a session keeps is there for the next one. It can be cut off.</summary>
internal sealed class TransactionPooler : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly UnixDomainSocketEndPoint server;
    private readonly List<PooledConnection> connections = [];
    private readonly Task accepting;
    private bool isCut;

    /// <param name="connection">The connection string of the database.</param>
    public TransactionPooler(string connection)
    {
        Npgsql.NpgsqlConnectionStringBuilder direct = new(connection);
        server = new(Path.Combine(direct.Host!, ".s.PGSQL.5432"));
        listener.Start();
        Connection = new Npgsql.NpgsqlConnectionStringBuilder(connection)
        {
            Host = IPAddress.Loopback.ToString(),
            Port = ((IPEndPoint)listener.LocalEndpoint).Port,
            SslMode = Npgsql.SslMode.Disable,
            GssEncryptionMode = Npgsql.GssEncryptionMode.Disable,
            NoResetOnClose = true,
        }.ConnectionString;
        accepting = AcceptAsync();
    }

    /// <summary>The connection string through the pooler.</summary>
    public string Connection { get; }

    /// <summary>How many connections were refused.</summary>
    public int Refused { get; private set; }

    /// <summary>Breaks all connections, and refuses new ones.</summary>
    public void Cut()
    {
        lock (connections)
        {
            isCut = true;
            foreach (var connection in connections)
                connection.Dispose();
            connections.Clear();
        }
    }

    /// <summary>Takes connections again.</summary>
    public void Restore()
    {
        lock (connections)
            isCut = false;
    }

    public async ValueTask DisposeAsync()
    {
        Cut();
        listener.Dispose();
        await accepting;
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
                Take(await listener.AcceptSocketAsync());
        }
        catch (Exception ended) when (ended is SocketException or ObjectDisposedException)
        {
            // The pooler has ended.
        }
    }

    private void Take(Socket client)
    {
        lock (connections)
        {
            if (isCut)
            {
                Refused++;
                client.Dispose();
                return;
            }
            connections.Add(new(client, server));
        }
    }
}
