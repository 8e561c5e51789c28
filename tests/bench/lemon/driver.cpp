// LEMON's network simplex on an instance of the text form, as a baseline. Reads the file named, then for each line on
// standard input solves it once and prints `<milliseconds> <cost>`. The clock runs from the arrays in memory to the
// chosen arcs.
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <fstream>
#include <iostream>
#include <string>
#include <vector>
#include <lemon/network_simplex.h>
#include <lemon/smart_graph.h>

using Graph = lemon::SmartDigraph;
using Simplex = lemon::NetworkSimplex<Graph, std::int64_t, std::int64_t>;

struct Problem {
	int requests = 0, volunteers = 0;
	std::vector<std::int64_t> demand, unmatched, capacity, step, cost;
	std::vector<int> start, volunteer;
};

static Problem read(const char *path) {
	std::ifstream in(path);
	std::string word;
	int version = 0, arcs = 0;
	Problem p;
	in >> word >> version >> p.requests >> p.volunteers >> arcs;
	auto list = [&](int length) {
		std::vector<std::int64_t> values(length);
		for (auto &value : values) in >> value;
		return values;
	};
	p.demand = version == 2 ? list(p.requests) : std::vector<std::int64_t>(p.requests, 1);
	p.unmatched = list(p.requests);
	p.capacity = list(p.volunteers);
	p.step = list(p.volunteers);
	p.start.push_back(0);
	for (int r = 0; r < p.requests; r++) {
		int degree = 0, v = 0;
		std::int64_t c = 0;
		in >> degree;
		for (int k = 0; k < degree; k++) {
			in >> v >> c;
			p.volunteer.push_back(v);
			p.cost.push_back(c);
		}
		p.start.push_back(static_cast<int>(p.volunteer.size()));
	}
	return p;
}

static std::int64_t solve(const Problem &p, std::vector<int> &chosen) {
	Graph graph;
	int arcs = static_cast<int>(p.volunteer.size());
	graph.reserveNode(p.requests + p.volunteers + 1);
	graph.reserveArc(arcs + p.requests + p.volunteers);
	std::int64_t total = 0;
	for (int node = 0; node <= p.requests + p.volunteers; node++) graph.addNode();
	auto sink = graph.nodeFromId(p.requests + p.volunteers);
	std::vector<std::int64_t> upper(arcs, 1), cost(p.cost);
	for (int r = 0; r < p.requests; r++)
		for (int a = p.start[r]; a < p.start[r + 1]; a++)
			graph.addArc(graph.nodeFromId(r), graph.nodeFromId(p.requests + p.volunteer[a]));
	auto add = [&](int from, std::int64_t most, std::int64_t each) {
		graph.addArc(graph.nodeFromId(from), sink);
		upper.push_back(most);
		cost.push_back(each);
	};
	for (int r = 0; r < p.requests; r++) add(r, p.demand[r], p.unmatched[r]);
	std::vector<int> degree(p.volunteers, 0);
	for (int v : p.volunteer) degree[v]++;
	for (int v = 0; v < p.volunteers; v++) {
		std::int64_t most = std::min<std::int64_t>(p.capacity[v], degree[v]);
		if (p.step[v] == 0) add(p.requests + v, most, 0);
		else
			for (std::int64_t k = 0; k < most; k++) add(p.requests + v, 1, k * p.step[v]);
	}
	Graph::ArcMap<std::int64_t> uppers(graph), costs(graph);
	for (int a = 0; a < static_cast<int>(cost.size()); a++) {
		uppers[graph.arcFromId(a)] = upper[a];
		costs[graph.arcFromId(a)] = cost[a];
	}
	Graph::NodeMap<std::int64_t> supply(graph, 0);
	for (int r = 0; r < p.requests; r++) {
		supply[graph.nodeFromId(r)] = p.demand[r];
		total += p.demand[r];
	}
	supply[sink] = -total;
	Simplex simplex(graph);
	simplex.upperMap(uppers).costMap(costs).supplyMap(supply);
	if (simplex.run(Simplex::BLOCK_SEARCH) != Simplex::OPTIMAL) return -1;
	chosen.clear();
	for (int a = 0; a < arcs; a++)
		if (simplex.flow(graph.arcFromId(a)) > 0) chosen.push_back(a);
	return simplex.totalCost<std::int64_t>();
}

int main(int count, char **words) {
	if (count != 2) return 2;
	const Problem problem = read(words[1]);
	std::string line;
	std::vector<int> chosen;
	std::puts("ready");
	std::fflush(stdout);
	while (std::getline(std::cin, line)) {
		auto before = std::chrono::steady_clock::now();
		std::int64_t cost = solve(problem, chosen);
		std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - before;
		std::printf("%.4f %lld\n", took.count(), static_cast<long long>(cost));
		std::fflush(stdout);
	}
}
